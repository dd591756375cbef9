package org.budgetledger.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * The event store in PostgreSQL, whose readers wait for an event that was numbered before others and stored after them for as
 * long as its transaction may take. Axon gives it up once the store has gone on by ten thousand events, or once an event after
 * it bears a time a minute old, as all do that a node whose clock is behind has stored; the projections would then never hear
 * of it.
 */
final class PatientEvents extends JdbcEventStorageEngine {
    private final TransactionManager transactions;
    private final SettledNumbers settled = new SettledNumbers();

    /** Made with Axon's own settings, but for those of gaps, which do not count any more. */
    PatientEvents(Builder builder, TransactionManager transactions) {
        super(builder.gapCleaningThreshold(Integer.MAX_VALUE)
                .readEventDataWithGaps((connection, schema, after, numbers, gaps) -> {
                    // One parameter, however many they are: the protocol ends at 65,535.
                    var statement = connection.prepareStatement("SELECT " + schema.trackedEventFields() + " FROM "
                            + schema.domainEventTable() + " WHERE (globalIndex > ? AND globalIndex <= ?)"
                            + " OR globalIndex = ANY (?) ORDER BY globalIndex");
                    statement.setLong(1, after);
                    statement.setLong(2, after + numbers);
                    statement.setArray(3, connection.createArrayOf("bigint", gaps.toArray()));
                    return statement;
                }));
        this.transactions = transactions;
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken last, int batchSize) {
        return transactions.fetchInTransaction(() -> {
            var upTo = settledUpTo();
            var read = last == null ? -1 : last.position().orElse(-1);
            return super.fetchTrackedEvents(last, batchSize).stream()
                    .map(event -> withoutSettledGaps(event, read, upTo))
                    .toList();
        });
    }

    /** It is found out before the store is read, so that whatever was in the gaps is among what is read. */
    private long settledUpTo() {
        try {
            return settled.upTo(getConnection());
        } catch (SQLException e) {
            throw new EventStoreException("Failed to find out which transactions have ended", e);
        }
    }

    private static TrackedEventData<?> withoutSettledGaps(TrackedEventData<?> event, long read, long upTo) {
        var token = (GapAwareTrackingToken) event.trackingToken();
        // What comes first fills gaps, and those that the next of these fill are still to be known.
        return token.getIndex() == read
                ? event
                : new TrackedDomainEventData<>(
                        token.withGapsTruncatedAt(Math.min(upTo, token.getIndex())),
                        (org.axonframework.eventhandling.DomainEventData<?>) event);
    }

    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet row, @Nullable GapAwareTrackingToken previous)
            throws SQLException {
        var number = row.getLong("globalIndex");
        var token = previous == null
                ? GapAwareTrackingToken.newInstance(
                        number, LongStream.range(1, number).boxed().toList())
                : previous.advanceTo(number, Integer.MAX_VALUE);
        return new TrackedDomainEventData<>(token, getDomainEventData(row));
    }
}
