package org.budgetledger.api.budget.review;

/** The first question of a review. */
public enum Okay {
    YES,
    MOSTLY,
    NO
}
