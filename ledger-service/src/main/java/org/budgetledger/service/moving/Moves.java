package org.budgetledger.service.moving;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The moves of this ledger, so that nobody goes on from the copy that was left behind. */
final class Moves {
    /** Names the one move that may go on at a time among advisory locks; no meaning beyond that. */
    private static final long LOCK = 0x6c65646765724d76L;

    /**
     * The latest of them.
     *
     * @param finishedAt none where it was broken off, or is still going on
     */
    private record Latest(
            Place to, Instant begunAt, @Nullable Instant finishedAt) {}

    private final JdbcTemplate jdbc;

    Moves(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Does a move while no other goes on and no node starts. Whoever is killed meanwhile leaves no lock behind. */
    void alone(Runnable move) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            if (!is(connection, "SELECT pg_try_advisory_lock(" + LOCK + ")")) {
                throw new MoveStopped("The events are being moved already.");
            }
            try {
                move.run();
            } finally {
                is(connection, "SELECT pg_advisory_unlock(" + LOCK + ")");
            }
            return true;
        });
    }

    private static boolean is(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** Where the events live, if they were ever moved. */
    Optional<Place> home() {
        return latest().map(move -> move.finishedAt() == null ? move.to().other() : move.to());
    }

    /** Takes note that a place holds part of the events, unless a move that was broken off has done so. */
    void begin(Place to) {
        if (latest().filter(move -> move.to() == to && move.finishedAt() == null)
                .isEmpty()) {
            jdbc.update("INSERT INTO ledger_move (moved_to, begun_at) VALUES (?, now())", to.setting());
        }
    }

    /** Takes note that all of them are there: from now on the ledger goes on from there only. */
    void finish(long events, long streams) {
        jdbc.update("""
                UPDATE ledger_move SET finished_at = now(), events = ?, streams = ?
                WHERE number = (SELECT max(number) FROM ledger_move)
                """, events, streams);
    }

    /** Refuses to let the ledger go on from a place where its events are not, or not all of them. */
    void requireAt(Place place) {
        // Held by whoever moves them; let go at once, for this is a statement of its own.
        if (!Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT pg_try_advisory_xact_lock_shared(" + LOCK + ")", Boolean.class))) {
            throw new EventsElsewhere("The ledger's events are being moved.", "Start it again when that is done.");
        }
        latest().ifPresent(move -> {
            if (move.finishedAt() == null && move.to() == place) {
                throw new EventsElsewhere(
                        "The move of the ledger's events to %s, begun at %s, is not finished: they are still in %s."
                                .formatted(
                                        place.inWords(),
                                        move.begunAt(),
                                        place.other().inWords()),
                        "Go on with it by --ledger.move.to=%s, or start the ledger with its events in %s."
                                .formatted(place.setting(), place.other().inWords()));
            }
            if (move.finishedAt() != null && move.to() != place) {
                throw new EventsElsewhere(
                        "The ledger's events were moved to %s at %s; what %s holds is what they were then."
                                .formatted(move.to().inWords(), move.finishedAt(), place.inWords()),
                        "Start the ledger with its events in %s, or move them back by --ledger.move.to=%s."
                                .formatted(move.to().inWords(), place.setting()));
            }
        });
    }

    private Optional<Latest> latest() {
        return jdbc
                .query(
                        "SELECT moved_to, begun_at, finished_at FROM ledger_move ORDER BY number DESC LIMIT 1",
                        (row, _) -> {
                            var finishedAt = row.getTimestamp("finished_at");
                            return new Latest(
                                    Place.of(row.getString("moved_to")),
                                    row.getTimestamp("begun_at").toInstant(),
                                    finishedAt == null ? null : finishedAt.toInstant());
                        })
                .stream()
                .findFirst();
    }
}
