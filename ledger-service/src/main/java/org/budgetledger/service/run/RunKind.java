package org.budgetledger.service.run;

/** What a run does to each of its budgets. */
public enum RunKind {
    /** Releases what is due for a pay period. */
    PAY_RUN,
    /** Changes weekly rates. */
    UPLIFT
}
