package org.budgetledger.service.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SerializationException;
import org.budgetledger.api.StreamId;
import org.budgetledger.service.store.Envelope;
import org.budgetledger.service.store.HashChain;
import org.budgetledger.service.store.LedgerJson;
import org.budgetledger.service.store.StoredPayloads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * R5: recomputes a stream's chain from what is stored, and compares its end with what the read side has seen, so that a
 * removed tail shows as well.
 */
@Component
public class ChainVerification {
    private final EventStore eventStore;
    private final StoredPayloads payloads;

    public ChainVerification(EventStore eventStore, StoredPayloads payloads) {
        this.eventStore = eventStore;
        this.payloads = payloads;
    }

    /**
     * Verifies one stream.
     *
     * @param seenVersion the last version that the read side has seen, 0 when it has seen none
     * @param seenHash the hash it saw there
     */
    public ChainReport verify(StreamId stream, long seenVersion, @Nullable String seenHash) {
        var previous = HashChain.GENESIS;
        var version = 0L;
        var seenThere = (String) null;
        var recordedAt = Instant.EPOCH;
        var events = eventStore.readEvents(stream.toString(), 0);
        while (events.hasNext()) {
            var expected = version + 1;
            DomainEventMessage<?> event;
            try {
                event = events.next();
                // What is beside its content is read when it is first asked for.
                event.getMetaData();
                event.getTimestamp();
            } catch (SerializationException | DateTimeException e) {
                return broken(stream, version, expected, "what is stored of it cannot be read", previous);
            }
            if (event.getSequenceNumber() + 1 != expected) {
                return broken(stream, version, expected, "version " + expected + " is missing", previous);
            }
            if (event.getTimestamp().isBefore(recordedAt)) {
                return broken(stream, version, expected, "it was recorded before the one before it", previous);
            }
            var finding = finding(stream, expected, event, previous);
            if (finding.isPresent()) {
                return broken(stream, version, expected, finding.get(), previous);
            }
            previous = (String) Objects.requireNonNull(event.getMetaData().get(Envelope.HASH));
            recordedAt = event.getTimestamp();
            version = expected;
            if (version == seenVersion) {
                seenThere = previous;
            }
        }
        if (version < seenVersion) {
            return broken(
                    stream,
                    version,
                    version + 1,
                    "versions up to " + seenVersion + " were seen before, and are gone",
                    previous);
        }
        if (seenHash != null && seenVersion > 0 && !seenHash.equals(seenThere)) {
            return broken(stream, version, seenVersion, "another event was seen there before", previous);
        }
        return new ChainReport(stream.toString(), true, version, null, "The chain is whole.", previous);
    }

    private Optional<String> finding(StreamId stream, long version, DomainEventMessage<?> event, String previous) {
        var metadata = new TreeMap<String, String>();
        event.getMetaData().forEach((name, value) -> metadata.put(name, String.valueOf(value)));
        var hash = metadata.remove(Envelope.HASH);
        if (!previous.equals(metadata.get(Envelope.PREVIOUS_HASH))) {
            return Optional.of("it is not linked to the event before it");
        }
        var stored = payloads.of(event);
        JsonNode payload;
        try {
            payload = LedgerJson.MAPPER.readTree(stored.getData());
        } catch (IOException e) {
            return Optional.of("its content cannot be read");
        }
        var recomputed = HashChain.link(
                previous,
                stream.toString(),
                version,
                stored.getType().getName(),
                event.getTimestamp(),
                payload,
                metadata);
        return recomputed.equals(hash) ? Optional.empty() : Optional.of("its content does not match its hash");
    }

    private static ChainReport broken(StreamId stream, long verified, long bad, String finding, String head) {
        return new ChainReport(
                stream.toString(), false, verified, bad, "At version " + bad + ": " + finding + ".", head);
    }
}
