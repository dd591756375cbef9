package org.budgetledger.api.budget.ending;

/** What ended a budget. */
public enum EndedBy {
    WITHDRAWAL,
    DEATH,
    CLOSURE
}
