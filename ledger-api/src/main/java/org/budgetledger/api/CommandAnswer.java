package org.budgetledger.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an accepted command answers: where it stands in its stream and what happened there. Repeating the command answers the
 * same (R2), because all of it is read from what is stored.
 *
 * @param version the stream's version after the command; the first event of a stream is version 1
 */
public record CommandAnswer(UUID streamId, long version, Instant recordedAt, List<Happened> events) {
    public CommandAnswer {
        events = List.copyOf(events);
    }

    /**
     * One event of the command on its stream.
     *
     * @param data the event as JSON
     */
    public record Happened(long version, String type, Map<String, Object> data) {}
}
