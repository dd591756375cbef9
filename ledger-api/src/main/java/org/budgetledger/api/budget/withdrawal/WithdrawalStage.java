package org.budgetledger.api.budget.withdrawal;

/** How far a withdrawal has come (R20). */
public enum WithdrawalStage {
    NOT_RAISED,
    CONCERN_RAISED,
    SUPPORT_OFFERED,
    WARNED,
    REVIEWED,
    UNDER_NOTICE,
    WITHDRAWN
}
