package org.budgetledger.api.budget.payment;

import org.budgetledger.api.budget.BudgetEvent;

/** What came of a {@link PaymentCommand}. */
public sealed interface PaymentEvent extends BudgetEvent
        permits PaymentReleased,
                PaymentFailed,
                ContributionReceived,
                TopUpReceived,
                InterestReceived,
                CreditReceived,
                CreditResolved {}
