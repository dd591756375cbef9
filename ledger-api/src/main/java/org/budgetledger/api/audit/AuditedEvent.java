package org.budgetledger.api.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
 * @param clauses what the decision rests on, by the ids of its policy pack's clauses
 * @param policyPack that pack; none in events from before there were several
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
        List<String> clauses,
        @Nullable String policyPack,
        String hash,
        String previousHash,
        String inWords,
        Map<String, Object> data) {
    public AuditedEvent {
        clauses = List.copyOf(clauses);
    }
}
