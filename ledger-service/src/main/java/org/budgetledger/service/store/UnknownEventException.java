package org.budgetledger.service.store;

/**
 * A stream holds an event of a type that this version of the ledger does not have, as while nodes are updated one after another: one
 * of the newer ones can answer.
 */
final class UnknownEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownEventException() {
        super("the stream holds an event of a type that this version of the ledger does not have");
    }
}
