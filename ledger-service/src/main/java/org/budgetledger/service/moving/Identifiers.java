package org.budgetledger.service.moving;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Finds events of the same identifier, which PostgreSQL would refuse: on Axon Server one command's id may have been used for two
 * commands in different streams (R2). It keeps eight bytes for each event.
 */
final class Identifiers {
    private static final int AT_FIRST = 1 << 16;

    private long[] prints = new long[AT_FIRST];
    private int size;

    /** Takes note of one event. */
    void take(StoredEvent event) {
        if (size == prints.length) {
            prints = Arrays.copyOf(prints, Math.multiplyExact(size, 2));
        }
        prints[size++] = print(event);
    }

    private static long print(StoredEvent event) {
        return UUID.nameUUIDFromBytes(event.identifier().getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits();
    }

    /** Stops the move where two of the events that were taken have one identifier; reads the store again to say which. */
    void requireUnique(Store store) {
        var suspects = suspects();
        if (suspects.isEmpty()) {
            return;
        }
        var first = new HashMap<String, StoredEvent>();
        try (var reading = store.read()) {
            for (var event = reading.next(); event != null; event = reading.next()) {
                var earlier = suspects.contains(print(event)) ? first.putIfAbsent(event.identifier(), event) : null;
                if (earlier != null) {
                    throw new MoveStopped("""
                            PostgreSQL keeps identifiers of events unique, and %s and %s have one and the same, %s: a command's \
                            id was used for both. They cannot both be moved there, so nothing was moved.""".formatted(earlier.inWords(), event.inWords(), event.identifier()));
                }
            }
        }
    }

    /** What occurs twice, or looks like it. */
    private Set<Long> suspects() {
        Arrays.sort(prints, 0, size);
        var twice = new HashSet<Long>();
        for (var i = 1; i < size; i++) {
            if (prints[i] == prints[i - 1]) {
                twice.add(prints[i]);
            }
        }
        return twice;
    }
}
