package org.budgetledger.service.pool;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.api.StreamId;
import org.budgetledger.api.pool.PoolEvent;
import org.budgetledger.api.pool.PoolOpened;
import org.budgetledger.service.store.LedgerStream;

/** The Axon adapter of a pool's stream: it keeps the state and decides nothing. */
@Aggregate(
        type = "Pool",
        cache = "streamCache",
        lockFactory = "streamLocks",
        snapshotTriggerDefinition = "snapshotTrigger",
        snapshotFilter = "snapshotFilter")
@Revision("1")
public class PoolAggregate extends LedgerStream {
    private Pool pool = Pool.NONE;

    public Pool state() {
        return pool;
    }

    @EventSourcingHandler
    void on(PoolEvent event, DomainEventMessage<?> message) {
        pool = pool.evolve(event);
        appended(event, message);
    }

    @Override
    protected StreamId opened(LedgerEvent first) {
        if (first instanceof PoolOpened opened) {
            return opened.poolId();
        }
        throw new IllegalStateException("a pool's first event must be PoolOpened, not "
                + first.getClass().getSimpleName());
    }
}
