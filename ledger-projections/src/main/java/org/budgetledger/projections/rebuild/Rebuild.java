package org.budgetledger.projections.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.budgetledger.projections.stream.Projecting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes a projection anew from the first event on, while the one that is there goes on being written and read, and puts the new
 * one in its place once it has everything that the other has.
 *
 * <p>No processor is stopped and no token moved, on any node: what the new tables have beyond a processor's token it comes to
 * again, and a stream's head says that it is there already.
 */
final class Rebuild {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration MISSING_WITHIN = Duration.ofSeconds(2);

    /** After so many looks the store does not have it. */
    private static final int MAX_LOOKS_IN_VAIN = 3;

    private static final long TELL_EVERY_EVENTS = 10_000;
    private static final int STREAMS_NAMED = 3;
    private static final int LOOK_MILLIS = 100;

    private final Projecting projecting;
    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final SequencedDeadLetterQueue<EventMessage<?>> deadLetters;
    private final JdbcTemplate jdbc;
    private final Shadow shadow;
    private final LongConsumer progress;
    private long events;
    private int looksInVain;

    Rebuild(
            Projecting projecting,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            SequencedDeadLetterQueue<EventMessage<?>> deadLetters,
            JdbcTemplate jdbc,
            Shadow shadow,
            LongConsumer progress) {
        this.projecting = projecting;
        this.source = source;
        this.deadLetters = deadLetters;
        this.jdbc = jdbc;
        this.shadow = shadow;
        this.progress = progress;
    }

    void run() throws InterruptedException {
        shadow.begin();
        try (var history = source.openStream(null);
                var lanes = new Lanes(projecting, shadow, jdbc)) {
            readToEnd(history, lanes);
            shadow.index();
            do {
                readToEnd(history, lanes);
            } while (!exchanged(history, lanes));
        }
        progress.accept(events);
    }

    private void readToEnd(BlockingStream<TrackedEventMessage<?>> history, Lanes lanes) throws InterruptedException {
        var end = position(source.createHeadToken());
        for (var at = -1L; at < end && history.hasNextAvailable(LOOK_MILLIS, TimeUnit.MILLISECONDS); ) {
            var next = next(history);
            at = position(next.trackingToken());
            if (next instanceof DomainEventMessage<?> event) {
                lanes.add(event);
            }
        }
        lanes.drain();
    }

    private boolean exchanged(BlockingStream<TrackedEventMessage<?>> history, Lanes lanes) throws InterruptedException {
        var late = new ArrayList<DomainEventMessage<?>>();
        var exchanged = shadow.exchange(() -> {
            if (!readMissing(history, lanes, late)) {
                return false;
            }
            replaceParked(lanes);
            return true;
        });
        if (!exchanged) {
            // What was read for it is written before the next try.
            for (var event : late) {
                lanes.add(event);
            }
            Thread.sleep(BETWEEN_TRIES);
        }
        return exchanged;
    }

    /** Reads on until nothing is missing; false where the store does not give it in time. */
    private boolean readMissing(
            BlockingStream<TrackedEventMessage<?>> history, Lanes lanes, List<DomainEventMessage<?>> late) {
        if (!missing(lanes)) {
            return true;
        }
        // From here on: to find out what is missing may take as long by itself.
        var deadline = System.nanoTime() + MISSING_WITHIN.toNanos();
        do {
            if (System.nanoTime() > deadline) {
                if (++looksInVain == MAX_LOOKS_IN_VAIN) {
                    throw new IllegalStateException("the store no longer holds all that this projection has seen, of "
                            + shadow.ahead().keySet().stream()
                                    .limit(STREAMS_NAMED)
                                    .toList());
                }
                return false;
            }
            var read = new ArrayList<DomainEventMessage<?>>();
            try {
                while (history.hasNextAvailable(read.isEmpty() ? LOOK_MILLIS : 0, TimeUnit.MILLISECONDS)) {
                    if (next(history) instanceof DomainEventMessage<?> event) {
                        read.add(event);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            late.addAll(read);
            lanes.writeHere(read);
        } while (missing(lanes));
        return true;
    }

    private boolean missing(Lanes lanes) {
        var setAside = lanes.setAside();
        return shadow.ahead().entrySet().stream().anyMatch(stream -> {
            var parked = setAside.get(stream.getKey());
            return parked == null || parked.lastKey() + 1 < stream.getValue();
        });
    }

    private void replaceParked(Lanes lanes) {
        jdbc.update(
                "DELETE FROM DeadLetterEntry WHERE processingGroup = ?",
                projecting.projection().group());
        lanes.setAside()
                .forEach((stream, parked) -> parked.values().forEach(one -> {
                    EventMessage<?> message = one.message();
                    deadLetters.enqueue(
                            stream.toString(),
                            one.cause() == null
                                    ? new GenericDeadLetter<>(stream.toString(), message)
                                    : new GenericDeadLetter<>(stream.toString(), message, one.cause()));
                }));
    }

    private TrackedEventMessage<?> next(BlockingStream<TrackedEventMessage<?>> history) throws InterruptedException {
        if (++events % TELL_EVERY_EVENTS == 0) {
            progress.accept(events);
        }
        return history.nextAvailable();
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }
}
