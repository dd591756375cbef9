package org.budgetledger.service.axonserver;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetAggregateSnapshotsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.GetTokenAtRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;

/** Appends and reads events and snapshots. */
final class EventStoreService extends EventStoreGrpc.EventStoreImplBase {
    private static final Confirmation DONE =
            Confirmation.newBuilder().setSuccess(true).build();

    private final EventLog log;

    EventStoreService(EventLog log) {
        this.log = log;
    }

    /** One call is one transaction: its events count when the caller has completed it. */
    @Override
    public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> caller) {
        var answer = new Outbound<>(caller);
        var batch = new ArrayList<Event>();
        return new StreamObserver<>() {
            @Override
            public void onNext(Event event) {
                batch.add(event);
            }

            @Override
            public void onError(Throwable rolledBack) {
                batch.clear();
            }

            @Override
            public void onCompleted() {
                try {
                    log.append(List.copyOf(batch));
                    answer.sendLast(DONE);
                } catch (StatusRuntimeException refused) {
                    answer.fail(refused);
                }
            }
        };
    }

    @Override
    public void appendSnapshot(Event snapshot, StreamObserver<Confirmation> caller) {
        log.keepSnapshot(snapshot.toBuilder().setSnapshot(true).build());
        new Outbound<>(caller).sendLast(DONE);
    }

    @Override
    public void listAggregateEvents(GetAggregateEventsRequest request, StreamObserver<Event> caller) {
        var stream = request.getAggregateId();
        var from = request.getInitialSequence();
        // Zero means to the end.
        var to = request.getMaxSequence() == 0 ? Long.MAX_VALUE : request.getMaxSequence();
        var answer = new Outbound<>(caller);
        var snapshots = request.getAllowSnapshots() ? log.snapshots(stream, from, to) : List.<Event>of();
        if (!snapshots.isEmpty()) {
            answer.send(snapshots.getFirst());
            from = snapshots.getFirst().getAggregateSequenceNumber() + 1;
        }
        log.stream(stream, from, to).forEach(answer::send);
        answer.complete();
    }

    @Override
    public void listAggregateSnapshots(GetAggregateSnapshotsRequest request, StreamObserver<Event> caller) {
        var answer = new Outbound<>(caller);
        log.snapshots(request.getAggregateId(), request.getInitialSequence(), request.getMaxSequence()).stream()
                .limit(request.getMaxResults() == 0 ? Long.MAX_VALUE : request.getMaxResults())
                .forEach(answer::send);
        answer.complete();
    }

    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> caller) {
        return new EventFeed(log, caller);
    }

    @Override
    public void readHighestSequenceNr(
            ReadHighestSequenceNrRequest request, StreamObserver<ReadHighestSequenceNrResponse> caller) {
        new Outbound<>(caller)
                .sendLast(ReadHighestSequenceNrResponse.newBuilder()
                        .setToSequenceNr(log.lastSequence(request.getAggregateId()))
                        .build());
    }

    @Override
    public void getFirstToken(GetFirstTokenRequest request, StreamObserver<TrackingToken> caller) {
        token(0, caller);
    }

    /** One before the first where there are no events. */
    @Override
    public void getLastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> caller) {
        token(log.size() - 1, caller);
    }

    @Override
    public void getTokenAt(GetTokenAtRequest request, StreamObserver<TrackingToken> caller) {
        token(log.tokenAt(request.getInstant()), caller);
    }

    private static void token(long token, StreamObserver<TrackingToken> caller) {
        new Outbound<>(caller)
                .sendLast(TrackingToken.newBuilder().setToken(token).build());
    }
}
