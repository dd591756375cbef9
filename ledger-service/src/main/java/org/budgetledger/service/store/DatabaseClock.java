package org.budgetledger.service.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database's clock, which all nodes have in common: whatever the clocks of their machines say, they agree on when an event
 * was recorded and on how old another node's claim is. Asked every few seconds and counted on from there; while the database is
 * away it goes on as it went.
 */
public final class DatabaseClock extends Clock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration ASKED_EVERY = Duration.ofSeconds(10);

    /** Less than this is the way to the database and back. */
    private static final Duration STEP = Duration.ofSeconds(1);

    private record Asked(Instant said, long nanos) {
        Instant at(long nowNanos) {
            return said.plusNanos(nowNanos - nanos);
        }
    }

    private final Supplier<Instant> database;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService asking;
    private volatile Asked asked;

    /** A clock that has asked once, and goes on asking until it is closed. */
    public DatabaseClock(Supplier<Instant> database) {
        this(database, System::nanoTime);
    }

    DatabaseClock(Supplier<Instant> database, LongSupplier nanoTime) {
        this.database = database;
        this.nanoTime = nanoTime;
        asked = ask();
        asking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("database-clock").factory());
        var unusedAsking = asking.scheduleWithFixedDelay(
                this::askAgain, ASKED_EVERY.toMillis(), ASKED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Asked ask() {
        var before = nanoTime.getAsLong();
        var said = database.get();
        // It was said somewhere on the way; the middle is the best guess.
        return new Asked(said, before + (nanoTime.getAsLong() - before) / 2);
    }

    void askAgain() {
        try {
            var before = nanoTime.getAsLong();
            var again = ask();
            if (nanoTime.getAsLong() - before > STEP.toNanos()) {
                // Nobody knows where on such a way it was said.
                return;
            }
            var step = Duration.between(asked.at(again.nanos()), again.said());
            if (step.abs().compareTo(STEP) > 0) {
                LOG.warn("the database's clock has stepped by {}", step);
            }
            asked = again;
        } catch (RuntimeException e) {
            LOG.debug("the database does not say what time it is", e);
        }
    }

    @Override
    public Instant instant() {
        return asked.at(nanoTime.getAsLong());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the ledger's clock has one zone: UTC");
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
