package org.budgetledger.service.period;

import java.time.LocalDate;
import java.util.Optional;
import org.budgetledger.api.period.AccountingPeriod;
import org.budgetledger.api.period.PeriodClosed;
import org.budgetledger.api.period.PeriodEvent;
import org.budgetledger.api.period.PeriodSigned;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** The state of an authority's books: the periods that were closed, one after another. */
public record Books(PVector<ClosedPeriod> closed) {
    /** Before any period is closed. */
    public static final Books NONE = new Books(TreePVector.empty());

    public Optional<ClosedPeriod> find(LocalDate firstDay) {
        return closed.stream()
                .filter(one -> one.period().firstDay().equals(firstDay))
                .findFirst();
    }

    public Optional<ClosedPeriod> last() {
        return closed.isEmpty() ? Optional.empty() : Optional.of(closed.getLast());
    }

    /** The books after an event. Total: what is in the stream has happened. */
    public Books evolve(PeriodEvent event) {
        return switch (event) {
            case PeriodClosed e ->
                new Books(closed.plus(new ClosedPeriod(
                        new AccountingPeriod(e.firstDay(), e.lastDay()), e.packSha256(), e.closedBy(), null)));
            case PeriodSigned e ->
                new Books(TreePVector.from(closed.stream()
                        .map(one -> one.period().firstDay().equals(e.firstDay()) ? one.signedBy(e.signedBy()) : one)
                        .toList()));
        };
    }
}
