package org.budgetledger.service.axonserver;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/** What goes back on one call, from whichever thread; after its end, or when the caller has gone, nothing does. */
final class Outbound<T> {
    private final StreamObserver<T> observer;
    private boolean ended;

    Outbound(StreamObserver<T> observer) {
        this(observer, () -> {});
    }

    /**
     * To be made before the service's method returns.
     *
     * @param onCancelled what else to do when the caller goes
     */
    Outbound(StreamObserver<T> observer, Runnable onCancelled) {
        this.observer = observer;
        ((ServerCallStreamObserver<T>) observer).setOnCancelHandler(() -> {
            ended();
            onCancelled.run();
        });
    }

    private synchronized void ended() {
        ended = true;
    }

    synchronized void send(T message) {
        if (!ended) {
            observer.onNext(message);
        }
    }

    synchronized void complete() {
        if (!ended) {
            ended = true;
            observer.onCompleted();
        }
    }

    synchronized void fail(StatusRuntimeException why) {
        if (!ended) {
            ended = true;
            observer.onError(why);
        }
    }

    void sendLast(T message) {
        send(message);
        complete();
    }
}
