package org.budgetledger.service.operations;

/**
 * Figures that take a query. They are worked out every so often rather than whenever somebody asks, so that asking is cheap
 * however often and by however many it is done.
 */
public interface WorkedOutMeters {
    void workOut();

    /** They could not be worked out: none is shown, rather than an old one. */
    void leaveOut();
}
