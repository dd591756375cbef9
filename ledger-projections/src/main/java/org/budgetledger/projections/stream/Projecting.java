package org.budgetledger.projections.stream;

import org.axonframework.serialization.UnknownSerializedType;
import org.budgetledger.api.LedgerEvent;

/** What a projection makes of events, whoever writes it down. */
public interface Projecting {
    Projection projection();

    /** The events it takes anything from: these and their subtypes. */
    Class<? extends LedgerEvent> concerns();

    /**
     * Whether it is given events of a type. What this version of the ledger does not know it cannot take in, but may not pass over
     * either.
     */
    default boolean takes(Class<?> payload) {
        return concerns().isAssignableFrom(payload) || payload == UnknownSerializedType.class;
    }

    /** What an event changes. */
    Changes changes(Recorded recorded);
}
