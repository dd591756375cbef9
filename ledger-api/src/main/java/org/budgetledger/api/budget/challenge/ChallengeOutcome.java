package org.budgetledger.api.budget.challenge;

/** How a challenge ended. */
public enum ChallengeOutcome {
    UPHELD,
    PARTLY_UPHELD,
    NOT_UPHELD
}
