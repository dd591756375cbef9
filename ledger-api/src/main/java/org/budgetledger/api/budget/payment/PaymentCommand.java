package org.budgetledger.api.budget.payment;

import org.budgetledger.api.budget.BudgetCommand;

/** Money that comes to a holder. */
public sealed interface PaymentCommand extends BudgetCommand
        permits ReleasePayment,
                RecordPaymentFailure,
                RecordContribution,
                RecordTopUp,
                RecordInterest,
                RecordCredit,
                ResolveCredit {}
