package org.budgetledger.service.pool;

import org.budgetledger.api.LedgerEvent;
import org.budgetledger.api.StreamId;

/** An event and the stream it belongs to: what a pool decides happens on the pool's stream and on its members'. */
public record Addressed(StreamId stream, LedgerEvent event) {}
