package org.budgetledger.api.budget.plan;

import org.budgetledger.api.budget.BudgetCommand;

/** Planning: steps 2 and 3 of the seven. */
public sealed interface PlanCommand extends BudgetCommand permits AgreePlan, RevisePlan {}
