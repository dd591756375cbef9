package org.budgetledger.projections.facts;

import java.util.List;
import java.util.Optional;
import org.budgetledger.api.budget.BudgetEvent;

/** What is known about a budget beside money, in the order it was recorded. */
public record Facts(List<KnownFact> all) {
    public Facts {
        all = List.copyOf(all);
    }

    /** All of them, the earliest first. */
    public List<BudgetEvent> events() {
        return all.stream().map(KnownFact::event).toList();
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
