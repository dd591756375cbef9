package org.budgetledger.projections.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The streams that the audit trail has seen, also those of which it could not take in an event. */
public final class SeenStreams {
    private final JdbcTemplate jdbc;

    public SeenStreams(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How a stream was seen.
     *
     * @param kind of its subject: Budget, Pool or Books
     * @param version the last that was taken in; 0 when there was none
     * @param hash the hash there
     */
    public record Seen(
            UUID stream,
            String kind,
            long version,
            @Nullable String hash) {}

    /** Some streams in the order of their ids, from after one of them on. */
    public List<Seen> after(UUID stream, int limit) {
        return jdbc.query(
                """
                SELECT stream_id, max(kind), max(version), max(hash) FROM (
                    (SELECT stream_id, kind, version, hash FROM stream_head
                     WHERE projection = 'audit' AND stream_id > ? ORDER BY stream_id LIMIT ?)
                    UNION ALL
                    (SELECT DISTINCT aggregateIdentifier::uuid, type, 0, NULL FROM DeadLetterEntry
                     WHERE processingGroup = 'audit' AND aggregateIdentifier::uuid > ? ORDER BY 1 LIMIT ?)
                ) AS seen GROUP BY stream_id ORDER BY stream_id LIMIT ?
                """,
                (row, _) -> new Seen(row.getObject(1, UUID.class), row.getString(2), row.getLong(3), row.getString(4)),
                stream,
                limit,
                stream,
                limit,
                limit);
    }
}
