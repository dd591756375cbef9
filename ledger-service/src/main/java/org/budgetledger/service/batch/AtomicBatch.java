package org.budgetledger.service.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.ConcurrencyException;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.service.store.PassingFailures;
import org.budgetledger.service.store.RefusedException;
import org.budgetledger.service.web.BadInput;
import org.budgetledger.service.web.Batched;
import org.budgetledger.service.web.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out all commands of a batch to one budget, or none. */
@Component
class AtomicBatch {
    /** As often as a command that is sent alone. */
    private static final int MAX_RETRIES = 7;

    private static final Duration FIRST_RETRY = Duration.ofMillis(5);

    private final UnitOfBudgets units;
    private final Commands commands;

    AtomicBatch(UnitOfBudgets units, Commands commands) {
        this.units = units;
        this.commands = commands;
    }

    /** Why nothing of a batch was carried out, and for the sake of which command. */
    static final class NoneCarriedOut extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final @Nullable String commandId;
        private final RuntimeException why;

        private NoneCarriedOut(@Nullable String commandId, RuntimeException why) {
            super(why);
            this.commandId = commandId;
            this.why = why;
        }

        @Nullable
        String commandId() {
            return commandId;
        }

        RuntimeException why() {
            return why;
        }
    }

    /** Carries it out, and gives what each command is answered with, in their order. */
    List<Outcome> carriedOut(List<Batched> batch) {
        var part = ofOneBudget(batch);
        try {
            var outcomes = patiently(part);
            return part.commands().stream()
                    .map(one -> outcomes.getOrDefault(one.place(), new Outcome.NotTried()))
                    .toList();
        } catch (UnitOfBudgets.OneRefused e) {
            throw none(e.placed(), e.refusal());
        } catch (ConcurrencyException e) {
            for (var one : part.commands()) {
                if (commands.usedElsewhere(one.requested())) {
                    throw none(one, new Refusal.CommandIdReused(one.id()));
                }
            }
            throw e;
        }
    }

    private NoneCarriedOut none(Placed one, Refusal refusal) {
        commands.countRefused(one.requested().command(), refusal, Duration.ZERO);
        return new NoneCarriedOut(one.id().value(), new RefusedException(refusal));
    }

    private static BudgetPart ofOneBudget(List<Batched> batch) {
        var placed = new ArrayList<Placed>(batch.size());
        for (var place = 0; place < batch.size(); place++) {
            switch (batch.get(place)) {
                case Batched.Sound sound -> placed.add(new Placed(place, sound.requested()));
                case Batched.Unsound unsound -> throw new NoneCarriedOut(unsound.commandId(), unsound.why());
            }
        }
        var first = placed.getFirst().stream();
        for (var one : placed) {
            if (!(one.requested().command() instanceof BudgetCommand)
                    || !one.stream().equals(first)) {
                throw new NoneCarriedOut(
                        one.id().value(),
                        new BadInput(
                                "NOT_OF_ONE_BUDGET",
                                "commands[" + one.place() + "].post",
                                "All commands of an atomic batch are to one budget."));
            }
        }
        return new BudgetPart((BudgetId) first, placed);
    }

    private Map<Integer, Outcome> patiently(BudgetPart part) {
        var pause = FIRST_RETRY;
        for (var retries = 0; ; retries++) {
            try {
                return units.allOrNothing(part);
            } catch (RuntimeException e) {
                if (retries == MAX_RETRIES || !PassingFailures.include(e)) {
                    throw e;
                }
            }
            pause(pause);
            pause = pause.multipliedBy(2);
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
