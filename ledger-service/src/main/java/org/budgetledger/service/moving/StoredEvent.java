package org.budgetledger.service.moving;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An event with all that is stored of it, to the byte.
 *
 * @param sequenceNumber its place in the stream, from 0: one less than the version that it made
 * @param kind what the stream is of, as Axon names it
 * @param identifier its own name, which PostgreSQL keeps unique
 * @param type the stored name of what happened
 * @param revision of that type; empty where it has none
 */
record StoredEvent(
        String stream,
        long sequenceNumber,
        String kind,
        String identifier,
        Instant recordedAt,
        String type,
        String revision,
        ByteString payload,
        Map<String, String> metadata) {
    StoredEvent {
        metadata = Map.copyOf(metadata);
    }

    /** Which event it is. */
    String inWords() {
        return "version " + (sequenceNumber + 1) + " of " + (stream.isEmpty() ? "no stream" : stream);
    }

    /** In what another event differs from this one; in nothing where it is the same. */
    Optional<String> differenceFrom(StoredEvent other) {
        if (!stream.equals(other.stream) || sequenceNumber != other.sequenceNumber) {
            return Optional.of("which event stands there");
        }
        if (differs(other, StoredEvent::kind)) {
            return Optional.of("the kind of its stream");
        }
        if (differs(other, StoredEvent::identifier)) {
            return Optional.of("its identifier");
        }
        if (differs(other, StoredEvent::recordedAt)) {
            return Optional.of("its instant");
        }
        if (differs(other, StoredEvent::type) || differs(other, StoredEvent::revision)) {
            return Optional.of("its type");
        }
        if (differs(other, StoredEvent::payload)) {
            return Optional.of("its content");
        }
        return differs(other, StoredEvent::metadata) ? Optional.of("its metadata") : Optional.empty();
    }

    private boolean differs(StoredEvent other, Function<StoredEvent, Object> part) {
        return !part.apply(this).equals(part.apply(other));
    }
}
