package org.budgetledger.api.budget.payment;

/** How a credit that is not explained yet is held: it counts in the balance but is not free to use (R13, R14). */
public enum Holding {
    SUSPENSE,
    /** It looks like a top-up where none is allowed. */
    QUARANTINE
}
