package org.budgetledger.service.deciding;

import java.util.List;
import org.budgetledger.api.Refusal;

/**
 * What a decider answers: events that happened, or a refusal.
 *
 * @param <E> the family of events
 */
public sealed interface Decision<E> {
    /** The command is accepted, and these events happened, in this order. */
    record Accepted<E>(List<? extends E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("an accepted command must have at least one event");
            }
        }
    }

    /** The command is refused, and nothing happened. */
    record Refused<E>(Refusal refusal) implements Decision<E> {}

    static <E> Decision<E> accepted(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E> Decision<E> accepted(List<? extends E> events) {
        return new Accepted<>(events);
    }

    static <E> Decision<E> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** The same decision seen as one of a wider family of events. */
    @SuppressWarnings("unchecked") // a decision only hands events out
    static <E> Decision<E> widened(Decision<? extends E> decision) {
        return (Decision<E>) decision;
    }
}
