package org.budgetledger.service.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.budgetledger.service.store.Envelope;
import org.budgetledger.service.store.HashChain;
import org.budgetledger.service.store.LedgerJson;

/** R5, one event of a stream after another: whether each follows on the one before it and is what its hash was made of. */
public final class ChainWalk {
    private final String stream;
    private long version;
    private String hash = HashChain.GENESIS;
    private Instant recordedAt = Instant.EPOCH;

    public ChainWalk(String stream) {
        this.stream = stream;
    }

    /** The version of the last event that fits; 0 before the first. */
    public long version() {
        return version;
    }

    /** The hash of the last event that fits. */
    public String hash() {
        return hash;
    }

    /**
     * Goes on to the next event.
     *
     * @param type the stored name of the event's type
     * @param metadata everything stored beside the event, its hash included
     * @return what is wrong with it; none where it fits
     */
    public Optional<String> next(
            long sequenceNumber, Instant at, String type, byte[] payload, Map<String, ?> metadata) {
        if (sequenceNumber != version) {
            return Optional.of("version " + (version + 1) + " is missing");
        }
        if (at.isBefore(recordedAt)) {
            return Optional.of("it was recorded before the one before it");
        }
        var hashed = new TreeMap<String, String>();
        metadata.forEach((name, value) -> hashed.put(name, String.valueOf(value)));
        var claimed = hashed.remove(Envelope.HASH);
        if (!hash.equals(hashed.get(Envelope.PREVIOUS_HASH))) {
            return Optional.of("it is not linked to the event before it");
        }
        JsonNode content;
        try {
            content = LedgerJson.MAPPER.readTree(payload);
        } catch (IOException e) {
            return Optional.of("its content cannot be read");
        }
        if (!HashChain.link(hash, stream, version + 1, type, at, content, hashed)
                .equals(claimed)) {
            return Optional.of("its content does not match its hash");
        }
        hash = Objects.requireNonNull(claimed);
        recordedAt = at;
        version++;
        return Optional.empty();
    }
}
