package org.budgetledger.api.budget.plan;

import org.budgetledger.api.budget.BudgetEvent;

/** What came of a {@link PlanCommand}. */
public sealed interface PlanEvent extends BudgetEvent permits PlanAgreed, PlanRevised {}
