package org.budgetledger.service.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of sweeps over the chains, and of the chains that they found broken. */
@Component
public class SweepTables {
    private final JdbcClient jdbc;

    public SweepTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One sweep over the chains of all streams.
     *
     * @param number in the order in which they were begun
     * @param askedFor by an operator, so that it is not held back
     * @param completedAt none while it goes on
     * @param streams how many were verified
     * @param eventsVerified how many events of theirs fit
     */
    public record Sweep(
            long number,
            boolean askedFor,
            Instant begunAt,
            @Nullable Instant completedAt,
            long streams,
            long eventsVerified) {}

    /** Where a sweep goes on. */
    record Claim(long number, boolean askedFor, UUID afterStream) {}

    /**
     * A chain that did not hold when it was last looked at.
     *
     * @param kind of its subject: Budget, Pool or Books
     * @param finding what is wrong, in a sentence
     * @param foundAt when that was first seen
     */
    public record BrokenChain(UUID streamId, String kind, long firstBadVersion, String finding, Instant foundAt) {}

    /** Begins a sweep where none goes on and the last began so long ago. */
    boolean beginWhenDue(Duration every) {
        return jdbc.sql("""
                INSERT INTO chain_sweep (asked_for)
                SELECT false WHERE NOT EXISTS (
                    SELECT 1 FROM chain_sweep WHERE completed_at IS NULL OR begun_at > now() - make_interval(secs => ?))
                ON CONFLICT DO NOTHING
                """).param(every.toSeconds()).update() == 1;
    }

    /** Begins a sweep with the first stream, also where one goes on: what that has seen may have been restored since. */
    void beginNow() {
        var begunAgain = jdbc.sql("""
                UPDATE chain_sweep SET asked_for = true, begun_at = now(), not_before = now(), streams = 0, events = 0,
                    after_stream = '00000000-0000-0000-0000-000000000000'
                WHERE completed_at IS NULL
                """).update();
        if (begunAgain == 0) {
            jdbc.sql("INSERT INTO chain_sweep (asked_for) VALUES (true) ON CONFLICT DO NOTHING")
                    .update();
        }
    }

    /** Takes the sweep that goes on, until the end of the transaction; nothing where another node has it or the pace says wait. */
    Optional<Claim> claim() {
        return jdbc.sql("""
                SELECT number, asked_for, after_stream FROM chain_sweep
                WHERE completed_at IS NULL AND not_before <= now() FOR UPDATE SKIP LOCKED
                """)
                .query((row, _) -> new Claim(
                        row.getLong("number"), row.getBoolean("asked_for"), row.getObject("after_stream", UUID.class)))
                .optional();
    }

    /**
     * Keeps how far a sweep is.
     *
     * @param time what these events should take from when they were begun with
     */
    void advance(Claim claim, UUID afterStream, long streams, long events, Duration time) {
        jdbc.sql("""
                UPDATE chain_sweep SET after_stream = ?, streams = streams + ?, events = events + ?,
                    not_before = now() + make_interval(secs => ?::double precision / 1000)
                WHERE number = ?
                """)
                .params(afterStream, streams, events, time.toMillis(), claim.number())
                .update();
    }

    void complete(Claim claim) {
        jdbc.sql("UPDATE chain_sweep SET completed_at = now() WHERE number = ?")
                .param(claim.number())
                .update();
    }

    /**
     * The latest sweeps, as they were at one moment.
     *
     * @param completed the last that came to its end
     * @param goingOn the one that has not
     */
    record Latest(@Nullable Sweep completed, @Nullable Sweep goingOn) {}

    Latest latest() {
        var sweeps = jdbc.sql("""
                SELECT * FROM chain_sweep WHERE completed_at IS NULL
                UNION ALL (SELECT * FROM chain_sweep WHERE completed_at IS NOT NULL ORDER BY number DESC LIMIT 1)
                """).query(SweepTables::sweep).list();
        return new Latest(
                sweeps.stream()
                        .filter(sweep -> sweep.completedAt() != null)
                        .findFirst()
                        .orElse(null),
                sweeps.stream()
                        .filter(sweep -> sweep.completedAt() == null)
                        .findFirst()
                        .orElse(null));
    }

    void broken(UUID stream, String kind, long version, String finding) {
        jdbc.sql("""
                INSERT INTO broken_chain (stream_id, kind, first_bad_version, finding) VALUES (?, ?, ?, ?)
                ON CONFLICT (stream_id) DO UPDATE
                SET first_bad_version = EXCLUDED.first_bad_version, finding = EXCLUDED.finding
                """).params(stream, kind, version, finding).update();
    }

    /** What was broken and holds again, as after a restore, is no longer listed. */
    void whole(Collection<UUID> streams) {
        jdbc.sql("DELETE FROM broken_chain WHERE stream_id = ANY (?::uuid[])")
                .param(streams.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    long countBroken() {
        return jdbc.sql("SELECT count(*) FROM broken_chain").query(Long.class).single();
    }

    /** The broken ones, those first that were found first. */
    List<BrokenChain> listBroken(int limit) {
        return jdbc.sql("SELECT * FROM broken_chain ORDER BY found_at, stream_id LIMIT ?")
                .param(limit)
                .query((row, _) -> new BrokenChain(
                        row.getObject("stream_id", UUID.class),
                        row.getString("kind"),
                        row.getLong("first_bad_version"),
                        row.getString("finding"),
                        instant(row, "found_at")))
                .list();
    }

    private static Sweep sweep(ResultSet row, int index) throws SQLException {
        return new Sweep(
                row.getLong("number"),
                row.getBoolean("asked_for"),
                instant(row, "begun_at"),
                row.getObject("completed_at") == null ? null : instant(row, "completed_at"),
                row.getLong("streams"),
                row.getLong("events"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
