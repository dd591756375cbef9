package org.budgetledger.service.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.budgetledger.api.CommandAnswer;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.StreamId;

/** Answers commands from what is stored, so that a repeated command gets its first answer again (R2). */
public final class Answers {
    private final EventStore eventStore;

    public Answers(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    /**
     * The answer that the command got before; none when it is new to the stream. Refused {@code COMMAND_ID_REUSED} when
     * its id stood for something else.
     */
    public Optional<CommandAnswer> earlier(LedgerStream stream, StreamId streamId, Envelope envelope) {
        var first = stream.firstVersionOf(envelope.commandId());
        return first.isEmpty() ? Optional.empty() : Optional.of(earlier(streamId, first.getAsLong(), envelope));
    }

    /**
     * A refusal counts only where it rests on all that is stored: another node may have written to a stream that this one has at
     * hand. What is appended to such a stream the store refuses by itself; a refusal appends nothing.
     *
     * @throws ConcurrencyException when there is more, after which the stream is read and the command decided again
     */
    public void requireAllKnown(StreamId streamId, LedgerStream stream) {
        if (stream.version() == 0) {
            // Nobody has at hand what is not there: it was looked for just now.
            return;
        }
        var stored = eventStore.lastSequenceNumberFor(streamId.toString()).orElse(-1L) + 1;
        if (stored > stream.version()) {
            throw new ConcurrencyException("%s has gone on to version %d from %d, on which this was refused"
                    .formatted(streamId, stored, stream.version()));
        }
    }

    private CommandAnswer earlier(StreamId streamId, long first, Envelope envelope) {
        var events = new ArrayList<CommandAnswer.Happened>();
        var recordedAt = Instant.EPOCH;
        var stored = eventStore.readEvents(streamId.toString(), first - 1);
        while (stored.hasNext()) {
            var message = stored.next();
            var metadata = message.getMetaData();
            if (!envelope.commandId().value().equals(metadata.get(Envelope.COMMAND_ID))) {
                break;
            }
            if (!envelope.digest().equals(metadata.get(Envelope.DIGEST))) {
                throw new RefusedException(new Refusal.CommandIdReused(envelope.commandId()));
            }
            recordedAt = message.getTimestamp();
            events.add(happened(message.getSequenceNumber() + 1, message.getPayload()));
        }
        return answer(streamId, recordedAt, events);
    }

    /** The answer to a command whose events begin at version {@code first}. */
    public static CommandAnswer fresh(
            StreamId streamId, long first, Instant recordedAt, List<? extends LedgerEvent> events) {
        return answer(
                streamId,
                recordedAt,
                IntStream.range(0, events.size())
                        .mapToObj(i -> happened(first + i, events.get(i)))
                        .toList());
    }

    private static CommandAnswer answer(StreamId streamId, Instant recordedAt, List<CommandAnswer.Happened> events) {
        return new CommandAnswer(streamId.value(), events.getLast().version(), recordedAt, events);
    }

    private static CommandAnswer.Happened happened(long version, Object event) {
        return new CommandAnswer.Happened(version, event.getClass().getSimpleName(), LedgerJson.asMap(event));
    }
}
