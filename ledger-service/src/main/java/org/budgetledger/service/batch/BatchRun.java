package org.budgetledger.service.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.StreamId;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.service.store.PassingFailures;
import org.budgetledger.service.web.Batched;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Problems;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * One batch whose commands each stand alone. Commands to budgets are gathered and carried out together; what touches several
 * streams waits for all before it, and all after it wait for it.
 */
final class BatchRun {
    /** After so many commands that the ledger was too busy for, the rest is not tried. */
    private static final int MAX_IN_VAIN = 10;

    private final UnitOfBudgets units;
    private final Commands commands;
    private final SeveralAtOnce atOnce;
    private final AtomicReferenceArray<Outcome> outcomes;
    private final AtomicInteger inVain = new AtomicInteger();
    private final List<Placed> waiting = new ArrayList<>();

    /** What the ids in this batch stand for, once their commands are accepted, and those that wait. */
    private final Map<CommandId, StreamId> taken = new HashMap<>();

    private final Map<CommandId, StreamId> asked = new HashMap<>();

    BatchRun(UnitOfBudgets units, Commands commands, SeveralAtOnce atOnce, int size) {
        this.units = units;
        this.commands = commands;
        this.atOnce = atOnce;
        this.outcomes = new AtomicReferenceArray<>(size);
    }

    /** Carries all of it out, and gives what became of each command, in their order. */
    List<Outcome> carriedOut(List<Batched> batch) {
        for (var place = 0; place < batch.size(); place++) {
            switch (batch.get(place)) {
                case Batched.Sound sound -> take(new Placed(place, sound.requested()));
                case Batched.Unsound unsound -> outcomes.set(place, new Outcome.Failed(unsound.why()));
            }
        }
        carryOutWaiting();
        var all = new ArrayList<Outcome>(batch.size());
        for (var place = 0; place < batch.size(); place++) {
            all.add(outcomes.get(place));
        }
        return all;
    }

    private void take(Placed one) {
        if (!one.stream().equals(asked.getOrDefault(one.id(), one.stream()))) {
            // Whether the id is free depends on what becomes of the command that has it.
            carryOutWaiting();
        }
        if (!one.stream().equals(taken.getOrDefault(one.id(), one.stream()))) {
            outcomes.set(one.place(), new Outcome.Refused(new Refusal.CommandIdReused(one.id())));
            return;
        }
        if (!(one.requested().command() instanceof BudgetCommand)) {
            carryOutWaiting();
            outcomes.set(one.place(), alone(one));
            remember(one);
            return;
        }
        asked.put(one.id(), one.stream());
        waiting.add(one);
    }

    private void remember(Placed one) {
        if (outcomes.get(one.place()) instanceof Outcome.Accepted) {
            taken.put(one.id(), one.stream());
        }
    }

    private void carryOutWaiting() {
        if (waiting.isEmpty()) {
            return;
        }
        atOnce.each(Units.lanes(waiting), lane -> lane.forEach(this::carryOut));
        waiting.forEach(this::remember);
        waiting.clear();
        asked.clear();
    }

    private void carryOut(List<BudgetPart> unit) {
        if (nothingGetsThrough() || ofOneCommand(unit)) {
            unit.forEach(this::oneByOne);
            return;
        }
        try {
            units.eachAlone(unit).forEach(outcomes::set);
        } catch (UnitOfBudgets.NeverOpened e) {
            withoutThose(e, unit);
        } catch (CannotCreateTransactionException e) {
            inVain.set(MAX_IN_VAIN);
            unit.forEach(this::oneByOne);
        } catch (RuntimeException e) {
            // Another writer was first, or one command cannot be carried out: the others are not to suffer for it.
            if (unit.size() == 1) {
                oneByOne(unit.getFirst());
            } else {
                unit.forEach(part -> carryOut(List.of(part)));
            }
        }
    }

    private static boolean ofOneCommand(List<BudgetPart> unit) {
        return unit.size() == 1 && unit.getFirst().commands().size() == 1;
    }

    private void withoutThose(UnitOfBudgets.NeverOpened e, List<BudgetPart> unit) {
        var opened = new ArrayList<BudgetPart>();
        for (var part : unit) {
            if (e.budgets().contains(part.budget())) {
                oneByOne(part);
            } else {
                opened.add(part);
            }
        }
        if (!opened.isEmpty()) {
            carryOut(opened);
        }
    }

    private void oneByOne(BudgetPart part) {
        var passedOver = false;
        for (var one : part.commands()) {
            var outcome = passedOver ? new Outcome.NotTried() : alone(one);
            outcomes.set(one.place(), outcome);
            passedOver = passedOver || mayStillCome(outcome);
        }
    }

    /** Commands to one budget keep their order, also when they are sent again. */
    private static boolean mayStillCome(Outcome outcome) {
        return outcome instanceof Outcome.NotTried
                || (outcome instanceof Outcome.Failed(var why) && PassingFailures.include(why));
    }

    private boolean nothingGetsThrough() {
        return inVain.get() >= MAX_IN_VAIN;
    }

    /** As if it had been sent alone, with every retry that this has. */
    private Outcome alone(Placed one) {
        if (nothingGetsThrough()) {
            return new Outcome.NotTried();
        }
        try {
            return new Outcome.Accepted(commands.answer(one.requested()));
        } catch (RuntimeException e) {
            if (PassingFailures.include(e)) {
                inVain.incrementAndGet();
            }
            return Problems.refusalIn(e).<Outcome>map(Outcome.Refused::new).orElseGet(() -> new Outcome.Failed(e));
        }
    }
}
