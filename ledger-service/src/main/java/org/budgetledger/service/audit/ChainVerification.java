package org.budgetledger.service.audit;

import java.time.DateTimeException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SerializationException;
import org.budgetledger.api.StreamId;
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
        var walk = new ChainWalk(stream.toString());
        var seenThere = (String) null;
        var events = eventStore.readEvents(stream.toString(), 0);
        while (events.hasNext()) {
            DomainEventMessage<?> event;
            try {
                event = events.next();
                // What is beside its content is read when it is first asked for.
                event.getMetaData();
                event.getTimestamp();
            } catch (SerializationException | DateTimeException e) {
                return broken(stream, walk, walk.version() + 1, "what is stored of it cannot be read");
            }
            var stored = payloads.of(event);
            var finding = walk.next(
                    event.getSequenceNumber(),
                    event.getTimestamp(),
                    stored.getType().getName(),
                    stored.getData(),
                    event.getMetaData());
            if (finding.isPresent()) {
                return broken(stream, walk, walk.version() + 1, finding.get());
            }
            if (walk.version() == seenVersion) {
                seenThere = walk.hash();
            }
        }
        if (walk.version() < seenVersion) {
            return broken(
                    stream,
                    walk,
                    walk.version() + 1,
                    "versions up to " + seenVersion + " were seen before, and are gone");
        }
        if (seenHash != null && seenVersion > 0 && !seenHash.equals(seenThere)) {
            return broken(stream, walk, seenVersion, "another event was seen there before");
        }
        return new ChainReport(stream.toString(), true, walk.version(), null, "The chain is whole.", walk.hash());
    }

    private static ChainReport broken(StreamId stream, ChainWalk walk, long bad, String finding) {
        return new ChainReport(
                stream.toString(), false, walk.version(), bad, "At version " + bad + ": " + finding + ".", walk.hash());
    }
}
