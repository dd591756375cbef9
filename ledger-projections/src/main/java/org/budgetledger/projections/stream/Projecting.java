package org.budgetledger.projections.stream;

import org.budgetledger.api.LedgerEvent;

/** What a projection makes of events, whoever writes it down. */
public interface Projecting {
    Projection projection();

    /** The events it takes anything from: these and their subtypes. */
    Class<? extends LedgerEvent> concerns();

    /** What an event changes. */
    Changes changes(Recorded recorded);
}
