package org.budgetledger.api.budget.suspension;

import org.budgetledger.api.budget.BudgetCommand;

/** Stopping payments for a while. */
public sealed interface SuspensionCommand extends BudgetCommand permits SuspendPayments, ResumePayments {}
