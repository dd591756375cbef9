package org.budgetledger.api.budget.earmark;

import org.budgetledger.api.budget.BudgetEvent;

/** What came of an {@link EarmarkCommand}. */
public sealed interface EarmarkEvent extends BudgetEvent permits EarmarkSet, EarmarkReleased {}
