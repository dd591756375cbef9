package org.budgetledger.service.moving;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.jspecify.annotations.Nullable;

/** The events on Axon Server, message by message, in the context that the ledger is set to. */
final class AxonServerStore implements Store {
    /** A server that says nothing for that long is away. */
    private static final int ANSWERS_WITHIN_SECONDS = 30;

    /** Events that the server may send ahead, and how many are taken before it may send as many more. */
    private static final int SENT_AHEAD = 2_000;

    private static final int REFILL = 500;

    /** The server's token of what comes before the first event. */
    private static final long BEFORE_THE_FIRST = -1;

    private final AxonServerConnectionManager connections;
    private final String address;

    AxonServerStore(AxonServerConnectionManager connections, String address) {
        this.connections = connections;
        this.address = address;
    }

    @Override
    public Place place() {
        return Place.AXON_SERVER;
    }

    @Override
    public Reading read() {
        var last = ask(() -> answer(channel().getLastToken()));
        // From the leader: a follower may not have all of it yet.
        return new Messages(last, ask(() -> channel().openStream(BEFORE_THE_FIRST, SENT_AHEAD, REFILL, true)));
    }

    @Override
    public void append(List<StoredEvent> events) {
        ask(() -> {
            var transaction = channel().startAppendEventsTransaction();
            events.forEach(event -> transaction.appendEvent(message(event)));
            return answer(transaction.commit());
        });
    }

    private EventChannel channel() {
        return connections.getConnection().eventChannel();
    }

    private static <T> T answer(CompletableFuture<T> asked)
            throws InterruptedException, ExecutionException, TimeoutException {
        return asked.get(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS);
    }

    private <T> T ask(Callable<T> question) {
        try {
            return question.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        } catch (Exception e) {
            throw failed(e);
        }
    }

    private MoveStopped failed(Throwable why) {
        return new MoveStopped(
                "Axon Server at %s did not do what it was asked to (%s). Once it does, start this again: it goes on where it was."
                        .formatted(address, why.getMessage() == null ? why : why.getMessage()),
                why);
    }

    private static Event message(StoredEvent event) {
        var message = Event.newBuilder()
                .setMessageIdentifier(event.identifier())
                .setAggregateIdentifier(event.stream())
                .setAggregateSequenceNumber(event.sequenceNumber())
                .setAggregateType(event.kind())
                .setTimestamp(event.recordedAt().toEpochMilli())
                .setPayload(SerializedObject.newBuilder()
                        .setType(event.type())
                        .setRevision(event.revision())
                        .setData(event.payload()));
        event.metadata()
                .forEach((name, value) -> message.putMetaData(
                        name, MetaDataValue.newBuilder().setTextValue(value).build()));
        return message.build();
    }

    private static StoredEvent event(Event message) {
        var payload = message.getPayload();
        ByteString content = payload.getData();
        return new StoredEvent(
                message.getAggregateIdentifier(),
                message.getAggregateSequenceNumber(),
                message.getAggregateType(),
                message.getMessageIdentifier(),
                Instant.ofEpochMilli(message.getTimestamp()),
                payload.getType(),
                payload.getRevision(),
                content,
                metadata(message));
    }

    private static Map<String, String> metadata(Event message) {
        var metadata = new HashMap<String, String>();
        message.getMetaDataMap().forEach((name, value) -> {
            if (value.getDataCase() != MetaDataValue.DataCase.TEXT_VALUE) {
                throw new MoveStopped(
                        "The metadata of version %d of %s cannot be read: %s is not a text. Nothing was moved."
                                .formatted(
                                        message.getAggregateSequenceNumber() + 1,
                                        message.getAggregateIdentifier(),
                                        name));
            }
            metadata.put(name, value.getTextValue());
        });
        return metadata;
    }

    private final class Messages implements Reading {
        private final long last;
        private final EventStream stream;
        private long token = BEFORE_THE_FIRST;

        private Messages(long last, EventStream stream) {
            this.last = last;
            this.stream = stream;
        }

        /** The stream itself has no end: it would wait for what comes next. */
        @Override
        public @Nullable StoredEvent next() {
            if (token >= last) {
                return null;
            }
            var next = ask(() -> stream.nextIfAvailable(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS));
            if (next == null) {
                throw failed(stream.getError().orElseGet(() -> new TimeoutException("it sends no more events")));
            }
            token = next.getToken();
            return event(next.getEvent());
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
