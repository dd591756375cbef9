package org.budgetledger.projections.stream;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.api.policy.Basis;
import org.jspecify.annotations.Nullable;

/**
 * An event as the store holds it: what happened, and who, when and where in its stream.
 *
 * @param policyPack the rules that the decision rests on; none in events from before there were several
 * @param clauses those of them that it cites, with commas between them
 * @param version the version of the stream that the event made; the first is 1
 */
public record Recorded(
        UUID streamId,
        long version,
        String kind,
        Instant recordedAt,
        String authority,
        String actor,
        String role,
        String commandId,
        String previousHash,
        String hash,
        @Nullable String policyPack,
        String clauses,
        LedgerEvent event) {
    /** What Axon delivers, in the ledger's words; an event that lacks a part of its envelope, or is of an unknown type, is refused. */
    public static Recorded of(DomainEventMessage<?> message) {
        if (!(message.getPayload() instanceof LedgerEvent event)) {
            throw new IllegalArgumentException(
                    "event " + message.getIdentifier() + " is of a type that this version of the ledger does not have");
        }
        return new Recorded(
                UUID.fromString(message.getAggregateIdentifier()),
                message.getSequenceNumber() + 1,
                message.getType(),
                message.getTimestamp(),
                envelope(message, "authority"),
                envelope(message, "actor"),
                envelope(message, "role"),
                envelope(message, "commandId"),
                envelope(message, "previousHash"),
                envelope(message, "hash"),
                (String) message.getMetaData().get(Basis.POLICY_PACK),
                (String) message.getMetaData().getOrDefault(Basis.CLAUSES, ""),
                event);
    }

    public String type() {
        return event.getClass().getSimpleName();
    }

    /** As the database takes it. */
    public OffsetDateTime recordedAtUtc() {
        return recordedAt.atOffset(ZoneOffset.UTC);
    }

    private static String envelope(DomainEventMessage<?> message, String key) {
        if (message.getMetaData().get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("event " + message.getIdentifier() + " does not say its " + key);
    }
}
