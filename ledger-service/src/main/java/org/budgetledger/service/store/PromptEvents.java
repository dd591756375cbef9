package org.budgetledger.service.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The event store as the projections read it: woken as soon as this node commits, and otherwise every half second, which is
 * how it learns of what other nodes wrote. Without this a view would lag by up to half a second even on one node.
 */
public final class PromptEvents implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final EventStore eventStore;
    private final StoredPayloads payloads;
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();

    public PromptEvents(EventStore eventStore, StoredPayloads payloads) {
        this.eventStore = eventStore;
        this.payloads = payloads;
        eventStore.subscribe(events -> CurrentUnitOfWork.get().afterCommit(work -> waiting.forEach(Runnable::run)));
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken position) {
        return new Woken(eventStore.openStream(position));
    }

    @Override
    public TrackingToken createTailToken() {
        return eventStore.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return eventStore.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return eventStore.createTokenAt(dateTime);
    }

    private final class Woken implements BlockingStream<TrackedEventMessage<?>> {
        private final BlockingStream<TrackedEventMessage<?>> stream;
        private @Nullable Runnable callback;

        private Woken(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        /** Embedded in PostgreSQL the answer is no, so that the half-second look for other nodes' events goes on. */
        @Override
        public boolean setOnAvailableCallback(Runnable onAvailable) {
            callback = onAvailable;
            waiting.add(onAvailable);
            return stream.setOnAvailableCallback(onAvailable);
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek().map(payloads::asStored);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return payloads.asStored(stream.nextAvailable());
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            stream.skipMessagesWithPayloadTypeOf(ignored);
        }

        @Override
        public void close() {
            if (callback != null) {
                waiting.remove(callback);
            }
            stream.close();
        }
    }
}
