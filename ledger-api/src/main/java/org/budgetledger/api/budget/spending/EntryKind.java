package org.budgetledger.api.budget.spending;

/** The kinds of entry that can be reversed: facts that were recorded wrongly. */
public enum EntryKind {
    SPEND,
    REFUND,
    CONTRIBUTION,
    TOP_UP,
    INTEREST,
    CREDIT
}
