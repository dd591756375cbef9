package org.budgetledger.api.budget.suspension;

import org.budgetledger.api.budget.BudgetEvent;

/** What came of a {@link SuspensionCommand}. */
public sealed interface SuspensionEvent extends BudgetEvent permits PaymentsSuspended, PaymentsResumed {}
