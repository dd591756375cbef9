package org.budgetledger.service;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A clock that stands where a test set it, and goes with the machine's until then. */
final class SettableClock extends Clock {
    private final AtomicReference<@Nullable Instant> set = new AtomicReference<>();

    void set(@Nullable Instant instant) {
        set.set(instant);
    }

    @Override
    public Instant instant() {
        var instant = set.get();
        return instant == null ? Clock.systemUTC().instant() : instant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the ledger's clock has one zone: UTC");
    }
}
