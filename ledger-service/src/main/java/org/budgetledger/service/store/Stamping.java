package org.budgetledger.service.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.budgetledger.api.policy.Basis;

/**
 * Gives each event, as it is published, the server's instant as its timestamp and, to the first of a command, an identifier
 * made from the command's id: the store keeps event identifiers unique, so that no command id counts twice anywhere (R2).
 */
public final class Stamping implements MessageDispatchInterceptor<EventMessage<?>> {
    static final String RECORDED_AT = "recordedAt";
    static final String EVENT_ID = "eventId";

    private static final List<String> STORED = List.of(
            Envelope.AUTHORITY,
            Envelope.ACTOR,
            Envelope.ROLE,
            Envelope.COMMAND_ID,
            Envelope.DIGEST,
            Basis.POLICY_PACK,
            Basis.CLAUSES,
            Envelope.PREVIOUS_HASH,
            Envelope.HASH);

    /** When an event was recorded, whether it has been published yet or not. */
    static Instant recordedAt(EventMessage<?> message) {
        var pending = (String) message.getMetaData().get(RECORDED_AT);
        return pending == null ? message.getTimestamp() : Instant.parse(pending);
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
        return (index, message) -> message instanceof DomainEventMessage<?> event
                        && event.getMetaData().containsKey(RECORDED_AT)
                ? stamped(event)
                : message;
    }

    private static DomainEventMessage<?> stamped(DomainEventMessage<?> event) {
        var metadata = new HashMap<String, Object>();
        // Only what the hash covers: nothing that a framework adds on the way is stored.
        for (var key : STORED) {
            var value = event.getMetaData().get(key);
            if (value != null) {
                metadata.put(key, value);
            }
        }
        var chosen = (String) event.getMetaData().get(EVENT_ID);
        return new GenericDomainEventMessage<>(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getPayload(),
                metadata,
                chosen == null ? event.getIdentifier() : chosen,
                recordedAt(event));
    }
}
