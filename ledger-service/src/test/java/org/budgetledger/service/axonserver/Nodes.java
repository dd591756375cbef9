package org.budgetledger.service.axonserver;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The nodes that are connected, and which of them a message goes to.
 *
 * @param <T> what is sent to them
 */
final class Nodes<T> {
    private final List<Node<T>> connected = new CopyOnWriteArrayList<>();

    void add(Node<T> node) {
        connected.add(node);
    }

    void remove(Node<T> node) {
        connected.remove(node);
        node.gone();
    }

    /** The same node for the same key, as long as the same nodes are there. */
    Optional<Node<T>> handlerOf(String name, String key) {
        return connected.stream()
                .filter(node -> node.handles(name))
                .max(Comparator.comparingInt(node -> spread((node.clientId() + "/" + key).hashCode())));
    }

    /** Texts that differ in their last characters only have hash codes that lie side by side. */
    private static int spread(int hash) {
        var mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }

    long handledBy(String clientId) {
        return connected.stream()
                .filter(node -> node.clientId().equals(clientId))
                .mapToLong(Node::handled)
                .sum();
    }
}
