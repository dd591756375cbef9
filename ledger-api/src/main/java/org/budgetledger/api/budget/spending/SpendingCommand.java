package org.budgetledger.api.budget.spending;

import org.budgetledger.api.budget.BudgetCommand;

/** Money that is used. */
public sealed interface SpendingCommand extends BudgetCommand
        permits AuthoriseSpend,
                CancelAuthorisation,
                RecordSpend,
                RecordRefund,
                ReverseEntry,
                QuerySpend,
                AnswerQuery,
                ResolveQuery {}
