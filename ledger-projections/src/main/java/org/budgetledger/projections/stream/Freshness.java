package org.budgetledger.projections.stream;

/** Whether a projection has caught up with the store since it was started or rebuilt. */
@FunctionalInterface
public interface Freshness {
    boolean caughtUp(Projection projection);
}
