package org.budgetledger.api.budget.withdrawal;

/** The steps in their order. An alternative may be arranged at any point and is not one of them. */
public enum WithdrawalStep {
    RAISE_CONCERN,
    OFFER_SUPPORT,
    ISSUE_WARNING,
    HOLD_REVIEW,
    ISSUE_NOTICE,
    WITHDRAW
}
