package org.budgetledger.api.budget.payment;

/** What a credit may turn out to be. */
public enum CreditKind {
    CONTRIBUTION,
    REFUND,
    TOP_UP,
    INTEREST,
    RETURNED
}
