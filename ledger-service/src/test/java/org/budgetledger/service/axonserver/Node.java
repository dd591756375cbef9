package org.budgetledger.service.axonserver;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A node of the ledger that handles commands, or queries: what it is subscribed to, and what waits until it permits more.
 *
 * @param <T> what is sent to it
 */
final class Node<T> {
    /** What Axon Server, too, would rather refuse than keep. */
    private static final int MAX_WAITING = 10_000;

    private final Outbound<T> outbound;
    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final Deque<T> waiting = new ArrayDeque<>();
    private final AtomicLong handled = new AtomicLong();
    private volatile String clientId = "";
    private long permits;

    Node(Outbound<T> outbound) {
        this.outbound = outbound;
    }

    void subscribe(String client, String name) {
        clientId = client;
        names.add(name);
    }

    void unsubscribe(String name) {
        names.remove(name);
    }

    boolean handles(String name) {
        return names.contains(name);
    }

    String clientId() {
        return clientId;
    }

    /** How many messages it was given to handle. */
    long handled() {
        return handled.get();
    }

    /** At once, whatever it permits: an answer to what it said. */
    void answer(T message) {
        outbound.send(message);
    }

    synchronized void permit(long more) {
        permits += more;
        sendOn();
    }

    /** As soon as it permits. False when too much is waiting already. */
    synchronized boolean give(T message) {
        if (waiting.size() >= MAX_WAITING) {
            return false;
        }
        handled.incrementAndGet();
        waiting.add(message);
        sendOn();
        return true;
    }

    private void sendOn() {
        while (permits > 0 && !waiting.isEmpty()) {
            outbound.send(waiting.remove());
            permits--;
        }
    }

    void gone() {
        names.clear();
        outbound.complete();
    }
}
