package org.budgetledger.service.run;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.budgetledger.api.Actor;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.service.budget.Budget;
import org.budgetledger.service.budget.BudgetAggregate;
import org.budgetledger.service.budget.BudgetDecider;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.PolicyPacks;
import org.springframework.stereotype.Component;

/**
 * Decides what a command would come to, with the decider that the command itself would meet, and records nothing. It reads the
 * stream without locking it, so that nobody at a desk waits for a preview.
 */
@Component
public class Rehearsal {
    private final EventStore eventStore;
    private final PolicyPacks packs;
    private final Clock clock;

    public Rehearsal(EventStore eventStore, PolicyPacks packs, Clock clock) {
        this.eventStore = eventStore;
        this.packs = packs;
        this.clock = clock;
    }

    /**
     * A budget as it stands.
     *
     * @param recordedAt of its last event
     */
    public record Standing(Budget budget, Instant recordedAt) {
        /** R31: to any other authority it does not exist. */
        public boolean visibleTo(AuthorityId authority) {
            return budget.allocations().openWith(authority);
        }
    }

    /** Reads a budget; one that was never opened stands empty. */
    public Standing standing(BudgetId budgetId) {
        var budget = Budget.NONE;
        var recordedAt = Instant.EPOCH;
        var events = eventStore.readEvents(budgetId.toString());
        while (events.hasNext()) {
            var message = events.next();
            budget = switch (message.getPayload()) {
                case BudgetAggregate snapshot -> snapshot.state();
                case BudgetEvent event -> budget.evolve(event);
                case Object other ->
                    throw new IllegalStateException("a budget's stream must not hold a "
                            + other.getClass().getSimpleName());
            };
            recordedAt = message.getTimestamp().isAfter(recordedAt) ? message.getTimestamp() : recordedAt;
        }
        return new Standing(budget, recordedAt);
    }

    /** What the command would come to now. */
    public Decision<BudgetEvent> decide(BudgetCommand command, Actor actor, Standing standing) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var at = now.isBefore(standing.recordedAt()) ? standing.recordedAt() : now;
        return BudgetDecider.decide(command, new Context(actor, at), packs, standing.budget());
    }
}
