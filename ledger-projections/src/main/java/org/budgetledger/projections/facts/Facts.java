package org.budgetledger.projections.facts;

import java.util.List;
import java.util.Optional;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.entitlement.Dues;
import org.budgetledger.projections.stream.Cut;

/** What is known about a budget beside money, in the order it was recorded. */
public record Facts(List<KnownFact> all) {
    public Facts {
        all = List.copyOf(all);
    }

    /** All of them, the earliest first. */
    public List<BudgetEvent> events() {
        return all.stream().map(KnownFact::event).toList();
    }

    /**
     * What is due, settled and owed, as far as a cut: entries that are dated later do not count. Decisions about the
     * entitlement name their days themselves, so all that were known do.
     */
    public Dues dues(Cut cut) {
        return Dues.of(upTo(cut, BudgetEvent.class));
    }

    /** The events of one kind that count as far as a cut, the earliest first. */
    public <E extends BudgetEvent> List<E> upTo(Cut cut, Class<E> kind) {
        return of(kind).stream()
                .filter(event -> !EntryDay.of(event).map(cut::leavesOut).orElse(false))
                .toList();
    }

    /** The events of one kind, the earliest first. */
    public <E extends BudgetEvent> List<E> of(Class<E> kind) {
        return all.stream()
                .map(KnownFact::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The latest event of one kind. */
    public <E extends BudgetEvent> Optional<E> last(Class<E> kind) {
        return of(kind).reversed().stream().findFirst();
    }
}
