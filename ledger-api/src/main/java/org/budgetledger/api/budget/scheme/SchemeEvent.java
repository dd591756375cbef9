package org.budgetledger.api.budget.scheme;

import org.budgetledger.api.budget.BudgetEvent;

/** What came of a {@link SchemeCommand}. */
public sealed interface SchemeEvent extends BudgetEvent permits PolicyPackAdopted, PayCycleChanged {}
