package org.budgetledger.api.budget.entitlement;

/** What made days that were settled come out differently. */
public enum AdjustmentCause {
    ALLOCATION_CHANGED,
    CONTRIBUTION_ASSESSED,
    DEPLOYMENTS_CHANGED,
    PAYMENTS_SUSPENDED,
    PAYMENTS_RESUMED,
    BUDGET_WITHDRAWN,
    DEATH_RECORDED,
    BUDGET_CLOSED,
    /** A payment was released with another sum than was due. */
    RELEASED_DIFFERENTLY,
    /** A payment failed after its days had been adjusted. */
    PAYMENT_FAILED
}
