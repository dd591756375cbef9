package org.budgetledger.service.axonserver;

import io.axoniq.axonserver.grpc.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The events in the order in which they were committed, and the same by stream, in memory. */
final class EventLog {
    /** Many times what a build's tests write. */
    private static final int MAX_EVENTS = 500_000;

    private final List<Event> events = new ArrayList<>();
    private final Map<String, NavigableMap<Long, Event>> streams = new HashMap<>();
    private final Map<String, NavigableMap<Long, Event>> snapshots = new HashMap<>();
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private boolean everyRaceIsLost;
    private long watchedFor = Long.MAX_VALUE;
    private Runnable onArrival = () -> {};

    /** Appends all or, where one of them does not follow on in its stream, none. */
    void append(List<Event> batch) {
        synchronized (this) {
            if (events.size() + batch.size() > MAX_EVENTS) {
                throw ServerError.STORE_FULL.because("no more than " + MAX_EVENTS + " events are kept");
            }
            requireToFollow(batch);
            for (var event : batch) {
                events.add(event);
                if (ofStream(event)) {
                    of(streams, event.getAggregateIdentifier()).put(event.getAggregateSequenceNumber(), event);
                }
            }
        }
        listeners.forEach(Runnable::run);
        arrived();
    }

    /** Has something done, once, between storing so many events and saying that they are stored. */
    synchronized void whenHolding(long events, Runnable action) {
        watchedFor = events;
        onArrival = action;
    }

    private void arrived() {
        Runnable action;
        synchronized (this) {
            if (events.size() < watchedFor) {
                return;
            }
            watchedFor = Long.MAX_VALUE;
            action = onArrival;
        }
        action.run();
    }

    private void requireToFollow(List<Event> batch) {
        var expected = new HashMap<String, Long>();
        for (var event : batch) {
            if (ofStream(event)) {
                var stream = event.getAggregateIdentifier();
                var next = expected.computeIfAbsent(stream, id -> lastSequence(id) + 1);
                if (everyRaceIsLost || event.getAggregateSequenceNumber() != next) {
                    throw ServerError.INVALID_EVENT_SEQUENCE.because(
                            "Invalid sequence number %d for aggregate %s, expected %d"
                                    .formatted(event.getAggregateSequenceNumber(), stream, next));
                }
                expected.put(stream, next + 1);
            }
        }
    }

    private static boolean ofStream(Event event) {
        return !event.getAggregateType().isEmpty();
    }

    private static NavigableMap<Long, Event> of(Map<String, NavigableMap<Long, Event>> all, String stream) {
        return all.computeIfAbsent(stream, _ -> new TreeMap<>());
    }

    /** The last of a stream; -1 when it has none. */
    synchronized long lastSequence(String stream) {
        var its = streams.get(stream);
        return its == null || its.isEmpty() ? -1 : its.lastKey();
    }

    /** The events of a stream in their order, both ends included. */
    synchronized List<Event> stream(String stream, long from, long to) {
        return from > to
                ? List.of()
                : List.copyOf(of(streams, stream).subMap(from, true, to, true).values());
    }

    /** Some events in the order of all. */
    synchronized List<Event> from(long token, long limit) {
        var first = Math.min(Math.max(token, 0), events.size());
        return List.copyOf(events.subList((int) first, (int) Math.min(events.size(), first + limit)));
    }

    synchronized long size() {
        return events.size();
    }

    /** The first event of an instant or later; the next one of all where there is none. */
    synchronized long tokenAt(long epochMillis) {
        var token = 0;
        while (token < events.size() && events.get(token).getTimestamp() < epochMillis) {
            token++;
        }
        return token;
    }

    synchronized void keepSnapshot(Event snapshot) {
        of(snapshots, snapshot.getAggregateIdentifier()).put(snapshot.getAggregateSequenceNumber(), snapshot);
    }

    /** The snapshots of a stream, the latest first, both ends included. */
    synchronized List<Event> snapshots(String stream, long from, long to) {
        return from > to
                ? List.of()
                : List.copyOf(of(snapshots, stream)
                        .subMap(from, true, to, true)
                        .descendingMap()
                        .values());
    }

    /** Has somebody told of every commit until they stop listening. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void stopListening(Runnable listener) {
        listeners.remove(listener);
    }

    /** Has another writer be first at whatever is appended, until told otherwise. */
    synchronized void loseEveryRace(boolean lose) {
        everyRaceIsLost = lose;
    }

    /** Behind everybody's back: another event in the place of one. */
    synchronized void alter(String stream, long sequence, UnaryOperator<Event> change) {
        var altered = of(streams, stream)
                .computeIfPresent(
                        sequence,
                        (_, event) -> change.apply(event).toBuilder()
                                .setAggregateSequenceNumber(sequence)
                                .build());
        if (altered == null) {
            throw new IllegalArgumentException("there is no event " + sequence + " of " + stream);
        }
        events.replaceAll(
                event -> event.getAggregateIdentifier().equals(stream) && event.getAggregateSequenceNumber() == sequence
                        ? altered
                        : event);
    }

    /** Behind everybody's back: the end of a stream is gone. */
    synchronized void cutOff(String stream, long from) {
        of(streams, stream).tailMap(from, true).clear();
    }
}
