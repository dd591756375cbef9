package org.budgetledger.projections.operations;

import java.util.OptionalLong;
import org.budgetledger.projections.rebuild.RebuildStatus;
import org.budgetledger.projections.stream.Projection;
import org.jspecify.annotations.Nullable;

/**
 * How a projection is doing on this node.
 *
 * @param whole this node runs all of it; otherwise other nodes run the rest, and their part does not show here
 * @param position the last event of the store that it has seen; none before the first
 * @param lag how many events of the store it has yet to see
 * @param deadLetters events that are parked
 * @param rebuild how its latest rebuild is doing; none if there never was one
 */
public record ProjectionStatus(
        Projection projection,
        State state,
        boolean whole,
        OptionalLong position,
        long lag,
        long deadLetters,
        @Nullable RebuildStatus rebuild) {
    public enum State {
        RUNNING,
        /** Trying again after an error. */
        FAILING,
        STOPPED
    }
}
