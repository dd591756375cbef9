package org.budgetledger.service.budget;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.api.StreamId;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.service.store.LedgerStream;

/** The Axon adapter of a budget's stream: it keeps the state and decides nothing. */
@Aggregate(
        type = "Budget",
        cache = "streamCache",
        lockFactory = "streamLocks",
        snapshotTriggerDefinition = "snapshotTrigger",
        snapshotFilter = "snapshotFilter")
@Revision("1")
public class BudgetAggregate extends LedgerStream {
    private Budget budget = Budget.NONE;

    public Budget state() {
        return budget;
    }

    @EventSourcingHandler
    void on(BudgetEvent event, DomainEventMessage<?> message) {
        budget = budget.evolve(event);
        appended(event, message);
    }

    @Override
    protected StreamId opened(LedgerEvent first) {
        if (first instanceof BudgetOpened opened) {
            return opened.budgetId();
        }
        throw new IllegalStateException("a budget's first event must be BudgetOpened, not "
                + first.getClass().getSimpleName());
    }
}
