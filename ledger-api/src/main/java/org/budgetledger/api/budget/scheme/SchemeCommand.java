package org.budgetledger.api.budget.scheme;

import org.budgetledger.api.budget.BudgetCommand;

/** By which rules and how often a budget is paid. */
public sealed interface SchemeCommand extends BudgetCommand permits AdoptPolicyPack, ChangePayCycle {}
