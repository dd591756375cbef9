package org.budgetledger.service.store;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.common.caching.WeakReferenceCache;
import org.jspecify.annotations.Nullable;

/**
 * Streams as they were left by the last command, the latest of them kept while there is memory. By itself Axon's cache forgets
 * every stream at the next collection of garbage, and the next command reads its whole history again.
 */
final class StreamsAtHand extends WeakReferenceCache {
    /** All of a typical council's; some 20 kB each, which is given up before memory runs out. */
    static final int MAX_STREAMS = 4_000;

    private final Map<Object, SoftReference<Object>> latest = new LinkedHashMap<>(MAX_STREAMS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, SoftReference<Object>> eldest) {
            return size() > MAX_STREAMS;
        }
    };

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
    public <K, V> @Nullable V get(K key) {
        V value = super.get(key);
        if (value != null) {
            keep(key, value);
        }
        return value;
    }

    @Override
    public void put(Object key, Object value) {
        super.put(key, value);
        keep(key, value);
    }

    @Override
    public boolean remove(Object key) {
        synchronized (latest) {
            latest.remove(key);
        }
        return super.remove(key);
    }

    @Override
    public void removeAll() {
        synchronized (latest) {
            latest.clear();
        }
        super.removeAll();
    }

    private void keep(Object key, Object value) {
        synchronized (latest) {
            latest.put(key, new SoftReference<>(value));
        }
    }
}
