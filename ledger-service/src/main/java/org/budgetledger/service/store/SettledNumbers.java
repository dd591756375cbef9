package org.budgetledger.service.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Up to which number of the store no event can turn up any more. An event draws its number before its transaction commits, so
 * that a later number can be there while an earlier one is still to come; or never comes, because its transaction was rolled
 * back. Which of the two it is says neither the clock, for nodes' clocks differ and go back, nor how far the store has gone on
 * since, but the database alone: a transaction locks the store's table before it draws a number and until it has ended, and so
 * once all have ended that held such a lock when the store ended at a number, what is missing below that number never comes.
 */
final class SettledNumbers {
    /** A look is cheap, but readers come many times a second. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private static final String END = "SELECT coalesce(max(globalIndex), 0) FROM DomainEventEntry";

    /** The transactions that are writing events. */
    private static final String WRITING = """
            SELECT virtualtransaction FROM pg_locks
            WHERE locktype = 'relation' AND relation = 'DomainEventEntry'::regclass AND mode = 'RowExclusiveLock'
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """;

    /** Where the store ended at a time, and who was writing to it just after. */
    private record Seen(long end, Set<String> writing) {}

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
            // In this order: whoever draws a number between the two draws one beyond the end.
            var end = end(connection);
            saw(new Seen(end, writing(connection)));
            lookedAtNanos = System.nanoTime();
        }
        return settled;
    }

    private void saw(Seen now) {
        if (now.writing().isEmpty()) {
            settled = now.end();
            waiting = null;
        } else if (waiting == null) {
            waiting = now;
        } else if (Collections.disjoint(waiting.writing(), now.writing())) {
            settled = waiting.end();
            waiting = now;
        }
    }

    private static long end(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(END);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Set<String> writing(Connection connection) throws SQLException {
        var writing = new HashSet<String>();
        try (var select = connection.prepareStatement(WRITING);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                writing.add(rows.getString(1));
            }
        }
        return writing;
    }
}
