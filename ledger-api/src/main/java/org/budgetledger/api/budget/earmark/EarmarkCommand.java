package org.budgetledger.api.budget.earmark;

import org.budgetledger.api.budget.BudgetCommand;

/** Setting money aside within an account. */
public sealed interface EarmarkCommand extends BudgetCommand permits SetEarmark, ReleaseEarmark {}
