package org.budgetledger.api.budget.review;

/** How far an outcome is lived. */
public enum OutcomeResult {
    ACHIEVED,
    PARTLY,
    NOT_ACHIEVED
}
