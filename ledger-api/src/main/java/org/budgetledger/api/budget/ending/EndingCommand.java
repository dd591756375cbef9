package org.budgetledger.api.budget.ending;

import org.budgetledger.api.budget.BudgetCommand;

/** The end of a budget. */
public sealed interface EndingCommand extends BudgetCommand permits RecordDeath, CloseBudget {}
