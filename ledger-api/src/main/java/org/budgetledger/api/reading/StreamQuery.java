package org.budgetledger.api.reading;

import java.util.UUID;

/** A question about one stream. */
public interface StreamQuery<V extends View> extends LedgerQuery<V> {
    /** The budget or the pool. */
    UUID stream();

    /** The version that the answer must at least know of, so that people read what they wrote; 0 when any will do. */
    long minVersion();
}
