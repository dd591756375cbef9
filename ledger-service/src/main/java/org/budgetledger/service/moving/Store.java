package org.budgetledger.service.moving;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the two stores, as the move sees it: bytes that are read in their order and appended. */
interface Store {
    Place place();

    /** Every event that is stored now, in the order in which they were stored. */
    Reading read();

    /** Appends all or, where one of them cannot be, none. */
    void append(List<StoredEvent> events);

    /** A reading from the first event to the last. */
    interface Reading extends AutoCloseable {
        /** The next event; none after the last. */
        @Nullable
        StoredEvent next();

        @Override
        void close();
    }
}
