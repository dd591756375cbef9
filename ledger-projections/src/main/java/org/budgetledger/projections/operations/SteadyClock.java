package org.budgetledger.projections.operations;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that only ever goes on, from when it was made: for what is due again after a time. By the machine's clock, stepped
 * back an hour, a projection would not look for work, keep its claims nor try again after a failure for an hour.
 */
final class SteadyClock extends Clock {
    private final Instant made = Instant.now();
    private final long madeNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return made.plusNanos(System.nanoTime() - madeNanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("what is due again has no zone");
    }
}
