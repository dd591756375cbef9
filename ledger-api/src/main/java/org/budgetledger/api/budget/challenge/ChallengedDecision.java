package org.budgetledger.api.budget.challenge;

/** The decisions about a person that they can challenge. */
public enum ChallengedDecision {
    SUM,
    CONTRIBUTION,
    PLAN,
    DISALLOWANCE,
    SUSPENSION,
    RECOVERY,
    WITHDRAWAL
}
