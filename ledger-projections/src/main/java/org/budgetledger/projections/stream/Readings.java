package org.budgetledger.projections.stream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.api.reading.StreamQuery;
import org.budgetledger.api.reading.View;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers queries from one state of the database, so that a view, its figures and its as-at stamp belong together.
 *
 * <p>A stream that is unknown, or another authority's (R31), is not found; but not level where the caller knows of a version,
 * or while the projection is being built, since it may only not have come to it yet.
 */
public final class Readings {
    private record Head(String authority, AsAt asAt) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Freshness freshness;
    private final StreamVersions versions;

    public Readings(JdbcTemplate jdbc, PlatformTransactionManager transactionManager, Freshness freshness) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
        this.freshness = freshness;
        this.versions = new StreamVersions(jdbc);
    }

    /** A view of one stream, made by {@code view} from the stamp it will carry. */
    public <V extends View> Reading ofStream(Projection projection, StreamQuery<V> query, Function<AsAt, V> view) {
        return level(projection, query, head -> Reading.found(view.apply(head)));
    }

    /**
     * A view of one stream as it was known at a moment, made from how much of the stream counts and the stamp it will carry. A
     * stream that was not known of yet is not found.
     */
    public <V extends View> Reading ofStream(
            Projection projection, StreamQuery<V> query, Moment moment, BiFunction<Cut, AsAt, V> view) {
        return level(projection, query, head -> {
            if (moment.equals(Moment.NOW)) {
                return Reading.found(view.apply(Cut.NONE, head));
            }
            var trail = head(Projection.AUDIT, query.stream())
                    .map(found -> found.asAt().streamVersion())
                    .orElse(0L);
            if (trail < head.streamVersion()) {
                return new Reading.NotLevel(trail);
            }
            return versions.known(query.stream(), head, moment)
                    .map(known -> Reading.found(view.apply(Cut.of(known, moment), known)))
                    .orElseGet(Reading.NotFound::new);
        });
    }

    private Reading level(Projection projection, StreamQuery<?> query, Function<AsAt, Reading> answer) {
        return snapshot(() -> {
            var head = head(projection, query.stream())
                    .filter(found -> found.authority().equals(query.authority().value()));
            if (head.isEmpty()) {
                return query.minVersion() > 0 || !freshness.caughtUp(projection)
                        ? new Reading.NotLevel(0)
                        : new Reading.NotFound();
            }
            var asAt = head.get().asAt();
            return asAt.streamVersion() < query.minVersion()
                    ? new Reading.NotLevel(asAt.streamVersion())
                    : answer.apply(asAt);
        });
    }

    /** A list, which is not level while its projection is being built. */
    public <V extends View> Reading ofList(Projection projection, Supplier<V> view) {
        return freshness.caughtUp(projection) ? snapshot(() -> Reading.found(view.get())) : new Reading.NotLevel(0);
    }

    /** The stamps of several streams; call it within an answer. */
    public Map<UUID, AsAt> asAt(Projection projection, Collection<UUID> streams) {
        var stamps = new HashMap<UUID, AsAt>();
        jdbc.query(
                """
                SELECT stream_id, recorded_at, version, hash FROM stream_head
                WHERE projection = ? AND stream_id = ANY (?::uuid[])
                """,
                row -> {
                    stamps.put(row.getObject(1, UUID.class), stamp(row));
                },
                projection.group(),
                Columns.uuids(streams));
        return stamps;
    }

    private Optional<Head> head(Projection projection, UUID stream) {
        return jdbc.query("""
                        SELECT stream_id, recorded_at, version, hash, authority FROM stream_head
                        WHERE projection = ? AND stream_id = ?
                        """, (row, _) -> new Head(row.getString(5), stamp(row)), projection.group(), stream).stream()
                .findFirst();
    }

    static AsAt stamp(ResultSet row) throws SQLException {
        return new AsAt(Columns.instant(row, "recorded_at"), row.getLong("version"), row.getString("hash"));
    }

    /**
     * The isolation is set by hand because Axon has already begun the transaction that a query is handled in. The heads are held
     * from before the state is chosen, so that no projection is exchanged for a rebuilt one in between.
     */
    private Reading snapshot(Supplier<Reading> answer) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            jdbc.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;"
                    + " LOCK TABLE stream_head IN ACCESS SHARE MODE");
            return answer.get();
        }));
    }
}
