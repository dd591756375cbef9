package org.budgetledger.service.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * Which trace the latest events of this node came from, for their projections to join. It is kept beside the events, in memory:
 * what is stored with an event is under its hash, and traces are none of its business. Other messages carry it themselves.
 */
final class EventOrigins implements TextMapGetter<Message<?>> {
    /** Projections trail by milliseconds; an event that is so far back is being read anew. */
    private static final int LATEST_EVENTS = 10_000;

    private record Place(String stream, long sequenceNumber) {
        static Place of(DomainEventMessage<?> event) {
            return new Place(event.getAggregateIdentifier(), event.getSequenceNumber());
        }
    }

    private final Map<Place, Map<String, String>> origins = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Map<String, String>> eldest) {
            return size() > LATEST_EVENTS;
        }
    };

    /** An event is about to be appended under the current span. */
    void remember(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> ofStream
                && Span.current().getSpanContext().isSampled()) {
            var origin = new LinkedHashMap<String, String>();
            W3CTraceContextPropagator.getInstance().inject(Context.current(), origin, Map::put);
            synchronized (origins) {
                origins.put(Place.of(ofStream), origin);
            }
        }
    }

    /** Whether it is known where an event came from. */
    boolean knows(EventMessage<?> event) {
        return of(event).isPresent();
    }

    private Optional<Map<String, String>> of(EventMessage<?> event) {
        if (!(event instanceof DomainEventMessage<?> ofStream)) {
            return Optional.empty();
        }
        synchronized (origins) {
            return Optional.ofNullable(origins.get(Place.of(ofStream)));
        }
    }

    @Override
    public Iterable<String> keys(Message<?> message) {
        return message instanceof EventMessage<?> event
                ? of(event).map(Map::keySet).orElse(Set.of())
                : List.copyOf(message.getMetaData().keySet());
    }

    @Override
    public @Nullable String get(@Nullable Message<?> message, String key) {
        return switch (message) {
            case null -> null;
            case EventMessage<?> event ->
                of(event).map(origin -> origin.get(key)).orElse(null);
            default -> message.getMetaData().get(key) instanceof String value ? value : null;
        };
    }
}
