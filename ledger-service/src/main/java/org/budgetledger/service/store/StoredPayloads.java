package org.budgetledger.service.store;

import org.axonframework.axonserver.connector.event.axon.GrpcMetaDataAwareSerializer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What is stored of an event, to the byte. A message gives it only to who asks with the serializer that it was read with, and
 * from Axon Server events are read with one that nobody else has: others would get the event written anew, without whatever
 * the types of today do not know of, or nothing at all where it cannot be read.
 */
@Component
public final class StoredPayloads {
    private final Serializer serializer;
    private final boolean onAxonServer;

    StoredPayloads(
            @Qualifier("eventSerializer") Serializer serializer,
            @Value("${axon.axonserver.enabled}") boolean onAxonServer) {
        this.serializer = serializer;
        this.onAxonServer = onAxonServer;
    }

    /** The stored type and bytes of an event that was read from the store. */
    public SerializedObject<byte[]> of(EventMessage<?> event) {
        return event.serializePayload(
                onAxonServer ? new GrpcMetaDataAwareSerializer(serializer) : serializer, byte[].class);
    }

    /**
     * The same event, which gives what is stored to who asks with the ledger's own serializer: what cannot be read can be parked
     * as it is.
     */
    TrackedEventMessage<?> asStored(TrackedEventMessage<?> event) {
        return onAxonServer && event instanceof DomainEventMessage<?> ofStream ? asStored(event, ofStream) : event;
    }

    private TrackedEventMessage<?> asStored(TrackedEventMessage<?> event, DomainEventMessage<?> ofStream) {
        var message = new SerializedMessage<>(
                event.getIdentifier(),
                new LazyDeserializingObject<>(of(event), serializer),
                new LazyDeserializingObject<>(event.getMetaData()));
        return new GenericTrackedDomainEventMessage<>(
                event.trackingToken(),
                ofStream.getType(),
                ofStream.getAggregateIdentifier(),
                ofStream.getSequenceNumber(),
                message,
                event::getTimestamp);
    }
}
