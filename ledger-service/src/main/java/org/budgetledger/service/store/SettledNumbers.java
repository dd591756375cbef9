package org.budgetledger.service.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Up to which number of the store no event can turn up any more. An event draws its number before its transaction commits, so
 * that a later number can be there while an earlier one is still to come; or never comes, because its transaction was rolled
 * back. Which of the two it is says neither the clock, for nodes' clocks differ and go back, nor how far the store has gone on
 * since, but the database alone: all numbers below the store's end were drawn by transactions that it knows of, and once these
 * have ended, what is not there never will be.
 */
final class SettledNumbers {
    /** A number is drawn a moment before its transaction gets an id by which the database knows it. */
    static final Duration DRAWN_WITHIN = Duration.ofSeconds(5);

    /** A look is cheap, but readers come many times a second. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** One statement, and so one state of the database: what was running in it, and where the store ended. */
    private static final String LOOK = """
            SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
                   pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
                   coalesce((SELECT max(globalIndex) FROM DomainEventEntry), 0)
            """;

    /** Where the store ended at a time, the first transaction that was not there yet, and since when that has been known. */
    private record Seen(long end, long nextTransaction, long nanos) {}

    private @Nullable Seen waiting;
    private long settled;
    private long lookedAtNanos = System.nanoTime() - BETWEEN_LOOKS.toNanos();

    /**
     * The number below which gaps stay gaps, for whoever reads the store after this has been asked.
     *
     * @param connection to look with, in a transaction that sees what was committed before each statement
     */
    synchronized long upTo(Connection connection) throws SQLException {
        if (System.nanoTime() - lookedAtNanos >= BETWEEN_LOOKS.toNanos()) {
            try (var look = connection.prepareStatement(LOOK);
                    var row = look.executeQuery()) {
                row.next();
                saw(row.getLong(1), row.getLong(2), row.getLong(3), System.nanoTime());
            }
            lookedAtNanos = System.nanoTime();
        }
        return settled;
    }

    private void saw(long oldestRunning, long nextTransaction, long end, long nanos) {
        if (waiting != null
                && oldestRunning >= waiting.nextTransaction()
                && nanos - waiting.nanos() >= DRAWN_WITHIN.toNanos()) {
            settled = waiting.end();
            waiting = null;
        }
        if (waiting == null) {
            waiting = new Seen(end, nextTransaction, nanos);
        }
    }
}
