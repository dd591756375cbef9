package org.budgetledger.service.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.service.budget.BudgetAggregate;
import org.budgetledger.service.budget.BudgetCommandHandler;
import org.budgetledger.service.store.RefusedException;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Problems;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Carries out the commands of several budgets in one unit of work and one transaction. Whatever goes wrong in it but a refusal
 * takes all of it back.
 *
 * <p>Locks are taken by loading, in the order of the budgets' ids, as for pools: no two units can each wait for the other.
 */
@Component
class UnitOfBudgets {
    private final Repository<BudgetAggregate> budgets;
    private final BudgetCommandHandler handler;
    private final TransactionManager transactions;
    private final Commands commands;

    UnitOfBudgets(
            @Lazy Repository<BudgetAggregate> budgets,
            BudgetCommandHandler handler,
            TransactionManager transactions,
            Commands commands) {
        this.budgets = budgets;
        this.handler = handler;
        this.transactions = transactions;
        this.commands = commands;
    }

    /** What an id stands for once it is answered. */
    private record First(String digest, Outcome outcome) {}

    /** A budget that nothing was accepted on has no stream, and none can be kept for it. */
    static final class NeverOpened extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Set<BudgetId> budgets;

        private NeverOpened(Set<BudgetId> budgets) {
            super(budgets.size() + " budgets were never opened");
            this.budgets = Set.copyOf(budgets);
        }

        Set<BudgetId> budgets() {
            return budgets;
        }
    }

    /** Who was refused where all or nothing was asked for. */
    static final class OneRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Placed placed;
        private final transient Refusal refusal;

        private OneRefused(Placed placed, Refusal refusal) {
            super(refusal.code());
            this.placed = placed;
            this.refusal = refusal;
        }

        Placed placed() {
            return placed;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    /**
     * Carries out each command by itself; a refusal of one leaves the others as they are.
     *
     * @param parts in the order of their budgets
     * @return what became of them, by place
     */
    Map<Integer, Outcome> eachAlone(List<BudgetPart> parts) {
        return carriedOut(parts, false);
    }

    /** Carries out every command or, at the first refusal, none. */
    Map<Integer, Outcome> allOrNothing(BudgetPart part) {
        return carriedOut(List.of(part), true);
    }

    private Map<Integer, Outcome> carriedOut(List<BudgetPart> parts, boolean atomic) {
        var began = System.nanoTime();
        var work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(transactions);
        var result = work.executeWithResult(() -> decided(parts, atomic));
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof RuntimeException e
                    ? e
                    : new IllegalStateException(result.exceptionResult());
        }
        var outcomes = result.getPayload();
        count(parts, outcomes, Duration.ofNanos((System.nanoTime() - began) / outcomes.size()));
        return outcomes;
    }

    private Map<Integer, Outcome> decided(List<BudgetPart> parts, boolean atomic) throws Exception {
        var loaded = new ArrayList<Aggregate<BudgetAggregate>>(parts.size());
        for (var part : parts) {
            loaded.add(budgets.loadOrCreate(part.budget().toString(), BudgetAggregate::new));
        }
        var outcomes = new HashMap<Integer, Outcome>();
        var empty = new HashSet<BudgetId>();
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            loaded.get(i).execute(stream -> decide(part.commands(), stream, atomic, outcomes));
            if (loaded.get(i).version() == null) {
                empty.add(part.budget());
            }
        }
        if (!empty.isEmpty()) {
            throw new NeverOpened(empty);
        }
        return outcomes;
    }

    private void decide(
            Collection<Placed> placed, BudgetAggregate stream, boolean atomic, Map<Integer, Outcome> outcomes) {
        var answered = new HashMap<CommandId, First>();
        for (var one : placed) {
            var first = answered.get(one.id());
            var outcome = first == null ? decide(one, stream) : again(one, first);
            if (atomic && outcome instanceof Outcome.Refused(var refusal)) {
                throw new OneRefused(one, refusal);
            }
            if (outcome instanceof Outcome.Accepted) {
                answered.putIfAbsent(
                        one.id(), new First(one.requested().envelope().digest(), outcome));
            }
            outcomes.put(one.place(), outcome);
        }
    }

    /** R2, for what is answered but not stored yet: the same command gets its first answer again. */
    private static Outcome again(Placed one, First first) {
        return one.requested().envelope().digest().equals(first.digest())
                ? first.outcome()
                : new Outcome.Refused(new Refusal.CommandIdReused(one.id()));
    }

    private Outcome decide(Placed one, BudgetAggregate stream) {
        var requested = one.requested();
        try {
            return new Outcome.Accepted(
                    handler.answer((BudgetCommand) requested.command(), requested.envelope(), stream));
        } catch (RefusedException e) {
            return new Outcome.Refused(Problems.refusalIn(e).orElseThrow(() -> e));
        }
    }

    /** Each command took its share of the time of all. */
    private void count(List<BudgetPart> parts, Map<Integer, Outcome> outcomes, Duration share) {
        for (var part : parts) {
            for (var one : part.commands()) {
                var command = one.requested().command();
                if (outcomes.get(one.place()) instanceof Outcome.Refused(var refusal)) {
                    commands.countRefused(command, refusal, share);
                } else {
                    commands.countAccepted(command, share);
                }
            }
        }
    }
}
