package org.budgetledger.service.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
    /** Events of a stream, or of the store, that are read in one go. */
    static final int READ_AT_ONCE = 500;

    /**
     * Numbers that may be missing before an event that is read. Every event that is at hand remembers those before it, so readers
     * wait while more are being written, or were drawn in the last moments and came to nothing.
     */
    static final int MAX_MISSING = 1_000;

    private static final String EVENTS =
            "SELECT globalIndex, aggregateIdentifier, sequenceNumber, type, eventIdentifier,"
                    + " metaData, payload, payloadRevision, payloadType, timeStamp FROM DomainEventEntry";

    /** Those that turned up late and those that come next, each found by their numbers. */
    private static final String NEXT = "(" + EVENTS + " WHERE globalIndex = ANY (?)) UNION ALL (" + EVENTS
            + " WHERE globalIndex > ? ORDER BY globalIndex LIMIT ?) ORDER BY globalIndex";

    private final TransactionManager transactions;
    private final SettledNumbers settled = new SettledNumbers();

    PatientEvents(Builder builder, TransactionManager transactions) {
        // Versions have no gaps, so that a stream has ended where there is less than was asked for.
        super(builder.batchSize(READ_AT_ONCE).finalAggregateBatchPredicate(batch -> batch.size() < READ_AT_ONCE));
        this.transactions = transactions;
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken last, int batchSize) {
        return transactions.fetchInTransaction(() -> {
            try {
                return next((GapAwareTrackingToken) last, batchSize, getConnection());
            } catch (SQLException e) {
                throw new EventStoreException("Failed to read events from token [%s]".formatted(last), e);
            }
        });
    }

    /**
     * The reader that all projections share asks again at once for as long as one of them follows it. In one go it would read to
     * the end of the store whoever follows, and hold everything from where it began.
     */
    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken last, boolean shared) {
        return shared ? fetchTrackedEvents(last, batchSize()).stream() : super.readEventData(last, false);
    }

    private List<TrackedEventData<?>> next(@Nullable GapAwareTrackingToken last, int batchSize, Connection connection)
            throws SQLException {
        // Found out before the store is read, so that whatever was in the gaps is among what is read.
        var upTo = settled.upTo(connection);
        try (var select = connection.prepareStatement(NEXT)) {
            // One parameter, however many they are: the protocol ends at 65,535.
            var gaps = last == null ? Set.of() : last.getGaps();
            select.setArray(1, connection.createArrayOf("bigint", gaps.toArray()));
            select.setLong(2, last == null ? -1 : last.getIndex());
            select.setInt(3, batchSize);
            try (var rows = select.executeQuery()) {
                var events = new ArrayList<TrackedEventData<?>>();
                var at = last;
                while (rows.next()) {
                    var number = rows.getLong("globalIndex");
                    if (missing(at, number, upTo) > MAX_MISSING) {
                        break;
                    }
                    at = advanced(at, number, upTo);
                    events.add(new TrackedDomainEventData<>(
                            at, (org.axonframework.eventhandling.DomainEventData<?>) getDomainEventData(rows)));
                }
                return events;
            }
        }
    }

    /** How many numbers before this one are missing and may still come. */
    private static long missing(@Nullable GapAwareTrackingToken at, long number, long upTo) {
        if (at == null) {
            return number - 1 - upTo;
        }
        return number < at.getIndex()
                ? 0
                : at.getGaps().tailSet(upTo).size() + number - 1 - Math.max(at.getIndex(), upTo);
    }

    private static GapAwareTrackingToken advanced(@Nullable GapAwareTrackingToken at, long number, long upTo) {
        if (at == null) {
            return GapAwareTrackingToken.newInstance(
                    number, LongStream.range(Math.max(1, upTo), number).boxed().toList());
        }
        // One that turned up late comes first: the gaps that the next of these fill must still be known.
        var back = number < at.getIndex() ? Integer.MAX_VALUE : Math.clamp(number - upTo, 0, Integer.MAX_VALUE);
        return at.advanceTo(number, back);
    }
}
