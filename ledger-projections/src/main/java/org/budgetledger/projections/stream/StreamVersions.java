package org.budgetledger.projections.stream;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.Moment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Turns what was known at some time into the version of a stream, by the audit trail, which has every event of it. */
final class StreamVersions {
    /**
     * Halves the versions again and again, from none to all: those of a stream have no gaps (R1) and their times never go back,
     * so a few look-ups by the key do, however long the stream is.
     */
    private static final String LAST_RECORDED_BY = """
            WITH RECURSIVE seek (known, beyond) AS (
                SELECT 0::bigint, ?::bigint
                UNION ALL
                SELECT CASE WHEN e.recorded_at <= ? THEN e.version ELSE known END,
                    CASE WHEN e.recorded_at <= ? THEN beyond ELSE e.version END
                FROM seek JOIN audit_event e ON e.stream_id = ? AND e.version = (known + beyond) / 2
                WHERE beyond - known > 1)
            SELECT known FROM seek ORDER BY beyond - known LIMIT 1
            """;

    private final JdbcTemplate jdbc;

    StreamVersions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The last event of a stream that was known at a moment; none where it had none yet. */
    Optional<AsAt> known(UUID stream, AsAt head, Moment moment) {
        if (moment.version() != null) {
            return moment.version() > head.streamVersion() ? Optional.empty() : stamp(stream, moment.version());
        }
        return moment.knownAt() == null || !moment.knownAt().isBefore(head.knownAt())
                ? Optional.of(head)
                : stamp(stream, lastRecordedBy(moment.knownAt(), stream, head));
    }

    private long lastRecordedBy(Instant knownAt, UUID stream, AsAt head) {
        var by = knownAt.atOffset(ZoneOffset.UTC);
        var version = jdbc.queryForObject(LAST_RECORDED_BY, Long.class, head.streamVersion(), by, by, stream);
        return version == null ? 0 : version;
    }

    private Optional<AsAt> stamp(UUID stream, long version) {
        return jdbc
                .query(
                        "SELECT recorded_at, version, hash FROM audit_event WHERE stream_id = ? AND version = ?",
                        (row, _) -> Readings.stamp(row),
                        stream,
                        version)
                .stream()
                .findFirst();
    }
}
