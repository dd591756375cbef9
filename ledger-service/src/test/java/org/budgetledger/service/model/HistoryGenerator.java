package org.budgetledger.service.model;

import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.budgetledger.api.Actor;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.Role;
import org.budgetledger.api.budget.control.SetPayee;
import org.budgetledger.api.budget.withdrawal.RaiseConcern;
import org.budgetledger.service.deciding.Context;

/**
 * Makes up a history command by command. The first commands set budgets up, with gaps, so that much of what follows can be
 * accepted; after that anything may come. It looks at the model only to aim at limits.
 */
final class HistoryGenerator {
    private interface Topic {
        LedgerCommand about(BudgetId budget);
    }

    private static final AuthorityId OURS = new AuthorityId("northmere");
    private static final AuthorityId OTHERS = new AuthorityId("southmere");

    private final World world;
    private final Deque<Supplier<LedgerCommand>> settingUp = new ArrayDeque<>();
    private final List<Topic> anything = new ArrayList<>();
    private final int length;
    private int made;

    HistoryGenerator(RandomGenerator random, ModelLedger model) {
        world = new World(random, model);
        var pools = new PoolCommands(world);
        length = random.nextInt(20, 81);
        var setUp = new SetUpCommands(world);
        var money = new MoneyCommands(world);
        var dues = new DuesCommands(world);
        var recovery = new RecoveryCommands(world);
        var ending = new EndingCommands(world);
        var spends = new SpendCommands(world);
        var life = new LifeCommands(world);
        var withdrawal = new WithdrawalCommands(world);
        seldom(setUp::open, setUp::rasResult, setUp::allocate, setUp::notify, setUp::contribution, setUp::choose);
        seldom(setUp::deploy, life::agreePlan, life::revisePlan);
        sometimes(setUp::sign, setUp::changeTrustees, setUp::lapse);
        sometimes(setUp::setPayee, setUp::verifyPayee, dues::release, dues::release);
        sometimes(life::suspend, life::resume, spends::spend, dues::release);
        sometimes(dues::revise, dues::revise, dues::contribution, setUp::deploy, dues::release, dues::release);
        sometimes(dues::release, dues::release, dues::fail, dues::revise, dues::contribution, life::suspend);
        sometimes(dues::release, dues::changeCycle, dues::changeCycle, dues::adopt, dues::revise);
        sometimes(
                recovery::notice,
                recovery::recover,
                recovery::recover,
                recovery::writeOff,
                dues::revise,
                dues::release);
        sometimes(recovery::surplus, recovery::surplus, recovery::representation, dues::release);
        if (world.chance(30)) {
            anything.add(ending::death);
        }
        if (world.chance(30)) {
            anything.add(ending::close);
        }
        sometimes(life::challenge, life::answerChallenge, life::review, life::assess, life::learn);
        sometimes(money::contribution, money::topUp, money::interest);
        sometimes(money::credit, money::credit, money::resolve, money::resolve, spends::spend, spends::refund);
        sometimes(money::earmark, money::earmark, money::releaseEarmark);
        sometimes(money::move, money::transfer);
        sometimes(spends::authorise, spends::authorise, spends::spend, spends::cancel);
        sometimes(spends::spend, spends::refund, spends::refund, spends::reverse);
        sometimes(
                spends::spend,
                spends::query,
                spends::query,
                spends::answerQuery,
                spends::resolveQuery,
                spends::reverse);
        sometimes(withdrawal::next, withdrawal::next, withdrawal::next);
        if (world.chance(8)) {
            // A withdrawal takes long: now and then a history has time for it, and for what comes after.
            anything.addAll(Collections.nCopies(4 * anything.size(), withdrawal::next));
        }
        sometimes(_ -> pools.next(), _ -> pools.next(), _ -> pools.next(), _ -> pools.next(), _ -> pools.next());
        anything.add(spends::spend);
        world.budgets.forEach(budget -> likely(98, budget, setUp::open));
        for (var budget : world.budgets) {
            likely(30, budget, setUp::rasResult);
            likely(90, budget, setUp::allocate, setUp::notify, life::agreePlan);
            likely(75, budget, setUp::deploy, setUp::sign, money::topUp);
            likely(40, budget, dues::contribution);
            if (world.chance(50)) {
                likely(90, budget, setUp::setPayee, setUp::verifyPayee, setUp::verifyPayee, dues::release);
            }
        }
    }

    /** A topic that this history may be about, and then much of it: few at a time go further than all at once. */
    private void sometimes(Topic... topics) {
        if (world.chance(40)) {
            for (var i = world.random.nextInt(1, 6); i > 0; i--) {
                anything.addAll(List.of(topics));
            }
        }
    }

    private void seldom(Topic... topics) {
        for (var topic : topics) {
            if (world.chance(40)) {
                anything.add(topic);
            }
        }
    }

    private void likely(int percent, BudgetId budget, Topic... topics) {
        for (var topic : topics) {
            if (world.chance(percent)) {
                settingUp.add(() -> topic.about(budget));
            }
        }
    }

    boolean hasNext() {
        return made < length;
    }

    Step next() {
        made++;
        var settled = settingUp.isEmpty() || world.chance(8);
        if (world.chance(settled ? 50 : 5)) {
            world.today = world.today.plusDays(world.pick(0, 1, 1, 2, 3, 7, 28));
        }
        var command = settled ? anything() : settingUp.removeFirst().get();
        var actor = new Actor(world.chance(1) ? OTHERS : OURS, actorFor(command), Role.ALLOCATOR);
        // Late on a summer evening in London it is already tomorrow there, though not yet in UTC.
        var late = world.chance(5) && world.today.getMonthValue() > 4 && world.today.getMonthValue() < 10;
        var recordedAt = late
                ? world.today.minusDays(1).atTime(23, 30).toInstant(ZoneOffset.UTC)
                : world.today.atTime(10, 0).toInstant(ZoneOffset.UTC);
        return new Step(command, new Context(actor, recordedAt));
    }

    /** Mostly three people who do as they should: one sets payees, another verifies them, any releases. */
    private ActorId actorFor(LedgerCommand command) {
        return world.chance(40)
                ? world.pick(World.ACTORS)
                : World.ACTORS.get(command instanceof SetPayee || command instanceof RaiseConcern ? 0 : 1);
    }

    private LedgerCommand anything() {
        return world.pick(anything).about(world.budget());
    }
}
