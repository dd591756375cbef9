package org.budgetledger.service.period;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.api.StreamId;
import org.budgetledger.api.period.PeriodClosed;
import org.budgetledger.api.period.PeriodEvent;
import org.budgetledger.service.store.LedgerStream;

/** The Axon adapter of the stream of an authority's books: it keeps the state and decides nothing. */
@Aggregate(
        type = "Books",
        cache = "streamCache",
        lockFactory = "streamLocks",
        snapshotTriggerDefinition = "snapshotTrigger",
        snapshotFilter = "snapshotFilter")
@Revision("1")
public class BooksAggregate extends LedgerStream {
    private Books books = Books.NONE;

    public Books state() {
        return books;
    }

    @EventSourcingHandler
    void on(PeriodEvent event, DomainEventMessage<?> message) {
        books = books.evolve(event);
        appended(event, message);
    }

    @Override
    protected StreamId opened(LedgerEvent first) {
        if (first instanceof PeriodClosed closed) {
            return closed.booksId();
        }
        throw new IllegalStateException("the first event of books must be PeriodClosed, not "
                + first.getClass().getSimpleName());
    }
}
