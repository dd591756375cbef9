package org.budgetledger.api;

/**
 * What shows that a fact happened.
 *
 * @param reference the statement line, the claim, or for a manual entry the paper it was taken from
 */
public record Evidence(Kind kind, Reference reference) {
    public enum Kind {
        STATEMENT_LINE,
        PROVIDER_CLAIM,
        MANUAL_ENTRY
    }
}
