package org.budgetledger.service.moving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.budgetledger.service.audit.ChainWalk;

/**
 * Walks every chain of a store in one reading: what each stream ends with, and what does not fit. It keeps a few hundred bytes
 * for each stream, however long it is.
 */
final class Survey {
    /** Who has to look into a broken ledger begins with the first; the rest is counted. */
    private static final int MAX_FINDINGS_TOLD = 10;

    /** How far the read side has followed a stream: so that a removed tail shows as well. */
    record Seen(long version, String hash) {}

    private final Map<String, ChainWalk> chains = new HashMap<>();
    private final Map<String, Seen> seen;
    private final Set<String> broken = new HashSet<>();
    private final List<String> findings = new ArrayList<>();
    private long events;

    /**
     * A survey of what is yet to be read.
     *
     * @param seen how far each stream must go at least
     */
    Survey(Map<String, Seen> seen) {
        this.seen = seen;
    }

    /** Reads a whole store, each event of which somebody else may look at too. */
    static Survey of(Store store, Map<String, Seen> seen, Consumer<StoredEvent> onlooker, Progress progress) {
        var survey = new Survey(seen);
        progress.begin("Verifying the chains in " + store.place().inWords());
        try (var reading = store.read()) {
            for (var event = reading.next(); event != null; event = reading.next()) {
                survey.take(event);
                onlooker.accept(event);
                progress.count();
            }
        }
        survey.end();
        progress.end();
        return survey;
    }

    /** Takes in the next event of the store. */
    void take(StoredEvent event) {
        events++;
        if (broken.contains(event.stream())) {
            return;
        }
        var chain = chains.computeIfAbsent(event.stream(), ChainWalk::new);
        chain.next(
                        event.sequenceNumber(),
                        event.recordedAt(),
                        event.type(),
                        event.payload().toByteArray(),
                        event.metadata())
                .ifPresent(finding -> broken(event.stream(), chain.version() + 1, finding));
        var then = seen.get(event.stream());
        if (then != null && then.version() == chain.version() && !then.hash().equals(chain.hash())) {
            broken(event.stream(), chain.version(), "another event was seen there before");
        }
    }

    /** To be called after the last event: whatever was seen before must have been there. */
    void end() {
        seen.forEach((stream, then) -> {
            var version = chains.computeIfAbsent(stream, ChainWalk::new).version();
            if (version < then.version() && !broken.contains(stream)) {
                broken(stream, version + 1, "versions up to " + then.version() + " were seen before, and are gone");
            }
        });
    }

    private void broken(String stream, long version, String finding) {
        if (broken.add(stream) && findings.size() < MAX_FINDINGS_TOLD) {
            findings.add("  %s, at version %d: %s.".formatted(stream, version, finding));
        }
    }

    long events() {
        return events;
    }

    long streams() {
        return chains.size();
    }

    /** Whether every stream ends with the same version and the same hash as in another survey. */
    boolean endsAs(Survey other) {
        return chains.keySet().equals(other.chains.keySet())
                && chains.entrySet().stream().allMatch(one -> {
                    var its = one.getValue();
                    var others = other.chains.get(one.getKey());
                    return others != null
                            && its.version() == others.version()
                            && its.hash().equals(others.hash());
                });
    }

    /** Stops the move where a chain is broken. */
    void requireWhole(Place place) {
        if (!broken.isEmpty()) {
            throw new MoveStopped("%d of %d chains in %s are not whole:%n%s"
                    .formatted(broken.size(), chains.size(), place.inWords(), String.join("\n", findings)));
        }
    }
}
