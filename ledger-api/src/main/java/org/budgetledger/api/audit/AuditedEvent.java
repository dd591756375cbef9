package org.budgetledger.api.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * One event of a stream.
 *
 * @param type the simple name of the event's class
 * @param recordedAt when the server recorded it
 * @param effectiveOn the civil date it counts from; none where the event has no date of its own
 * @param reason why, in the words of whoever did it
 * @param inWords one sentence in plain English
 * @param data the event as it is stored, as a tree of JSON values
 */
public record AuditedEvent(
        long version,
        String type,
        Instant recordedAt,
        @Nullable LocalDate effectiveOn,
        String actor,
        String role,
        @Nullable FreeText reason,
        String commandId,
        String hash,
        String previousHash,
        String inWords,
        Map<String, Object> data) {}
