package org.budgetledger.api;

import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.period.PeriodCommand;
import org.budgetledger.api.pool.PoolCommand;

/** Something that someone wants of the ledger. */
public sealed interface LedgerCommand permits BudgetCommand, PoolCommand, PeriodCommand {
    CommandId commandId();

    /** The stream that holds the command's own id and answers for it. */
    StreamId streamId();
}
