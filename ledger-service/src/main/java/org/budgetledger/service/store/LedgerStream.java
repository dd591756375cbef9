package org.budgetledger.service.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.serialization.UnknownSerializedType;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.api.Minting;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.StreamId;
import org.budgetledger.api.policy.Basis;
import org.jspecify.annotations.Nullable;

/**
 * What every stream has, whatever it is about: its version, its place in the hash chain, and which commands it has answered.
 * The state of the subject itself is the subclass's.
 */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public abstract class LedgerStream {
    @AggregateIdentifier
    private @Nullable String id;

    private @Nullable String authority;
    private long version;
    private String hash = HashChain.GENESIS;
    private Instant recordedAt = Instant.EPOCH;

    /** The version of the first event of each command, so that a repeated one is known (R2). */
    private final Map<String, Long> commands = new HashMap<>();

    /**
     * Appends the events of a command that this stream answers for. The first takes its identifier from the command's id,
     * which the store keeps unique, so that one id cannot stand for two commands anywhere (R2).
     */
    public void answer(List<? extends LedgerEvent> events, Envelope envelope, Basis basis, Instant at) {
        var identifier = Minting.mint(envelope.actor().authority(), envelope.commandId(), "command");
        append(events.getFirst(), envelope, basis, at, identifier.toString());
        append(events.subList(1, events.size()), envelope, basis, at);
    }

    /** Appends events that a command decided for another stream's sake. */
    public void append(List<? extends LedgerEvent> events, Envelope envelope, Basis basis, Instant at) {
        events.forEach(event -> append(event, envelope, basis, at, null));
    }

    private void append(LedgerEvent event, Envelope envelope, Basis basis, Instant at, @Nullable String identifier) {
        var metadata = new HashMap<>(envelope.stored());
        metadata.putAll(basis.toMetadata());
        metadata.put(Envelope.PREVIOUS_HASH, hash);
        metadata.put(
                Envelope.HASH,
                HashChain.link(
                        hash,
                        id == null ? opened(event).toString() : id,
                        version + 1,
                        event.getClass().getName(),
                        at,
                        LedgerJson.MAPPER.valueToTree(event),
                        metadata));
        metadata.put(Stamping.RECORDED_AT, at.toString());
        if (identifier != null) {
            metadata.put(Stamping.EVENT_ID, identifier);
        }
        AggregateLifecycle.apply(event, MetaData.from(metadata));
    }

    /** Another version of the ledger has recorded something that this one does not know, and may decide nothing without. */
    @EventSourcingHandler
    void on(UnknownSerializedType event) {
        throw new UnknownEventException();
    }

    /** To be called by the subclass for each event, new or read from the store. */
    protected void appended(LedgerEvent event, DomainEventMessage<?> message) {
        if (message.getSequenceNumber() != version) {
            throw new IllegalStateException("version %d of %s cannot follow version %d"
                    .formatted(message.getSequenceNumber() + 1, message.getAggregateIdentifier(), version));
        }
        var metadata = message.getMetaData();
        if (id == null) {
            id = opened(event).toString();
            authority = (String) metadata.get(Envelope.AUTHORITY);
        }
        version = message.getSequenceNumber() + 1;
        hash = (String) metadata.getOrDefault(Envelope.HASH, hash);
        recordedAt = Stamping.recordedAt(message);
        var commandId = (String) metadata.get(Envelope.COMMAND_ID);
        if (commandId != null) {
            commands.putIfAbsent(commandId, version);
        }
    }

    /** The stream that the first event of all opens. */
    protected abstract StreamId opened(LedgerEvent first);

    /** Whether the stream is there for this authority; to any other it does not exist (R31). */
    public boolean visibleTo(AuthorityId other) {
        return other.value().equals(authority);
    }

    public long version() {
        return version;
    }

    /** The version at which a command was first answered; none when it was not. */
    OptionalLong firstVersionOf(CommandId command) {
        var first = commands.get(command.value());
        return first == null ? OptionalLong.empty() : OptionalLong.of(first);
    }

    /** R1: the instant of the next event never goes back within the stream. Whole milliseconds, as they are stored. */
    public Instant notBefore(Instant now) {
        var millis = now.truncatedTo(ChronoUnit.MILLIS);
        return millis.isBefore(recordedAt) ? recordedAt : millis;
    }

    /** Refuses a command that was decided on another version. */
    public void requireVersion(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new RefusedException(new Refusal.VersionStale(expected, version));
        }
    }
}
