package org.budgetledger.service.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BooksId;
import org.budgetledger.api.Sha256;
import org.budgetledger.api.period.PeriodClosed;
import org.budgetledger.api.period.PeriodSigned;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What happened on an authority's books, straight from their stream: it has two events a period, and nothing is level sooner. */
@Component
public class BooksHistory {
    /**
     * A closed period with when it was closed and signed.
     *
     * @param signed none before it is signed
     */
    public record Entry(PeriodClosed closed, Instant closedAt, Optional<Signed> signed) {}

    /** Who signed, and when. */
    public record Signed(PeriodSigned event, Instant at) {}

    private final EventStore eventStore;

    public BooksHistory(@Lazy EventStore eventStore) {
        this.eventStore = eventStore;
    }

    /** The closed periods in their order. */
    public List<Entry> of(AuthorityId authority) {
        var closed = new ArrayList<Entry>();
        Map<LocalDate, Signed> signed = new HashMap<>();
        var events = eventStore.readEvents(BooksId.of(authority).toString(), 0);
        while (events.hasNext()) {
            var message = events.next();
            if (message.getPayload() instanceof PeriodClosed event) {
                closed.add(new Entry(event, message.getTimestamp(), Optional.empty()));
            } else if (message.getPayload() instanceof PeriodSigned event) {
                signed.put(event.firstDay(), new Signed(event, message.getTimestamp()));
            }
        }
        return closed.stream()
                .map(entry -> new Entry(
                        entry.closed(),
                        entry.closedAt(),
                        Optional.ofNullable(signed.get(entry.closed().firstDay()))))
                .toList();
    }

    /** The hash of the last pack; none before any. */
    public Optional<Sha256> lastPack(AuthorityId authority) {
        var closed = of(authority);
        return closed.isEmpty()
                ? Optional.empty()
                : Optional.of(closed.getLast().closed().packSha256());
    }
}
