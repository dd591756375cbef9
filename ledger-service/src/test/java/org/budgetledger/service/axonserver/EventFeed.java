package org.budgetledger.service.axonserver;

import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.grpc.stub.StreamObserver;

/** One reader of all events, from a token on and as they are committed, as far as its permits go. */
final class EventFeed implements StreamObserver<GetEventsRequest> {
    private final EventLog log;
    private final Outbound<EventWithToken> reader;
    private final Runnable onCommit = this::sendOn;
    private boolean open;
    private long next;
    private long permits;

    EventFeed(EventLog log, StreamObserver<EventWithToken> reader) {
        this.log = log;
        this.reader = new Outbound<>(reader, this::close);
    }

    /** The first request says where to begin; further ones only bring permits. */
    @Override
    public void onNext(GetEventsRequest request) {
        synchronized (this) {
            permits += request.getNumberOfPermits();
            if (!open) {
                open = true;
                next = request.getTrackingToken();
                log.listen(onCommit);
            }
        }
        sendOn();
    }

    private synchronized void sendOn() {
        for (var event : log.from(next, permits)) {
            reader.send(
                    EventWithToken.newBuilder().setToken(next).setEvent(event).build());
            next++;
            permits--;
        }
    }

    @Override
    public void onError(Throwable gone) {
        close();
    }

    @Override
    public void onCompleted() {
        close();
        reader.complete();
    }

    private void close() {
        log.stopListening(onCommit);
    }
}
