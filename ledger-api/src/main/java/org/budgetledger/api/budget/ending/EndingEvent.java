package org.budgetledger.api.budget.ending;

import org.budgetledger.api.budget.BudgetEvent;

/** What came of an {@link EndingCommand}. */
public sealed interface EndingEvent extends BudgetEvent permits DeathRecorded, BudgetClosed {}
