package org.budgetledger.projections.rebuild;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the latest rebuild of a projection is doing, whichever node runs it.
 *
 * @param events how many events of the store it has read
 * @param finishedAt when it came to its end; none before
 * @param failure why it failed; none if it did not
 */
public record RebuildStatus(
        State state,
        Instant startedAt,
        long events,
        @Nullable Instant finishedAt,
        @Nullable String failure) {
    public enum State {
        RUNNING,
        DONE,
        /** It met something that it cannot get past; the old tables are still read. */
        FAILED,
        /** Its node went away before it was done; the old tables are still read. */
        ABANDONED
    }
}
