package org.budgetledger.projections.operations;

import java.time.Instant;
import java.util.UUID;
import org.budgetledger.projections.stream.Projection;
import org.jspecify.annotations.Nullable;

/**
 * An event that a projection could not take in, or that waits behind one.
 *
 * @param cause why; none where it only waits
 */
public record ParkedEvent(
        Projection projection,
        UUID streamId,
        long version,
        String type,
        Instant parkedAt,
        @Nullable String causeType,
        @Nullable String cause) {}
