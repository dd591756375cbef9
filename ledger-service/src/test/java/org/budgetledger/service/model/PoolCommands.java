package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.pool.AuthorisePoolSpend;
import org.budgetledger.api.pool.CancelPoolAuthorisation;
import org.budgetledger.api.pool.ClosePool;
import org.budgetledger.api.pool.ContributeToPool;
import org.budgetledger.api.pool.JoinPool;
import org.budgetledger.api.pool.LeavePool;
import org.budgetledger.api.pool.PoolBudgets;
import org.budgetledger.api.pool.PoolStake;
import org.budgetledger.api.pool.RecordPoolRefund;
import org.budgetledger.api.pool.RecordPoolSpend;
import org.jspecify.annotations.Nullable;

/** Random commands to pools. */
final class PoolCommands {
    private final World world;

    PoolCommands(World world) {
        this.world = world;
    }

    LedgerCommand next() {
        var pool = world.pool();
        var play = play(pool);
        if (!world.model.pools.containsKey(pool)) {
            return open(pool);
        }
        var on = world.day();
        return switch (world.random.nextInt(20)) {
            case 0 -> open(pool);
            case 1, 2 -> new JoinPool(world.commandId(), pool, stake(joining(play), on, weight(50)), on);
            case 3, 4, 5 -> contribute(pool, on);
            case 6, 7, 8, 9 ->
                new AuthorisePoolSpend(
                        world.commandId(),
                        pool,
                        world.newItem(List.copyOf(play.items)),
                        amount(play, on),
                        on,
                        world.dayAfterOrNone(on),
                        null);
            case 10 ->
                new CancelPoolAuthorisation(
                        world.commandId(), pool, world.item(List.copyOf(play.items)), World.TEXT, on);
            case 11, 12, 13, 14 ->
                new RecordPoolSpend(
                        world.commandId(),
                        pool,
                        entry(play),
                        amount(play, on),
                        World.EVIDENCE,
                        authorisation(play),
                        null,
                        world.past());
            case 15, 16 -> play.spends.isEmpty() ? contribute(pool, on) : refund(pool, play);
            case 17, 18 ->
                new LeavePool(
                        world.commandId(),
                        pool,
                        play.present.isEmpty() || world.chance(5) ? world.budget() : world.pick(play.present),
                        null,
                        on);
            default -> new ClosePool(world.commandId(), pool, null, on);
        };
    }

    /** Mostly a budget that was never in the pool, where there is one. */
    private BudgetId joining(PoolPlay play) {
        var strangers = world.budgets.stream()
                .filter(budget -> !play.ever.contains(budget))
                .toList();
        return strangers.isEmpty() || world.chance(30) ? world.budget() : world.pick(strangers);
    }

    private PoolPlay play(PoolId pool) {
        var known = world.model.pools.get(pool);
        return known == null ? new PoolPlay() : known.play();
    }

    private LedgerCommand open(PoolId pool) {
        var on = world.day(world.budgets.getFirst());
        var weighted = world.chance(30);
        return new PoolBudgets(
                world.commandId(),
                pool,
                World.TEXT,
                members(on).stream()
                        .map(budget -> stake(budget, on, weight(weighted ? 100 : 0)))
                        .toList(),
                on);
    }

    /** Mostly those who have something, for want of money is quickly tried; at least two. */
    private List<BudgetId> members(LocalDate on) {
        var all = new ArrayList<>(world.budgets);
        Collections.shuffle(all, Random.from(world.random));
        var rich = world.chance(10)
                ? all
                : all.stream().filter(budget -> rich(budget, on)).toList();
        return rich.size() < 2 ? all.subList(0, 2) : rich.subList(0, world.random.nextInt(2, rich.size() + 1));
    }

    private boolean rich(BudgetId budget, LocalDate on) {
        var known = world.known(budget);
        return known.accounts().stream().anyMatch(account -> known.free(on, account) > 1);
    }

    private @Nullable Long weight(int percent) {
        return world.chance(percent) ? Long.valueOf(world.pick(1, 1, 2, 3)) : null;
    }

    private PoolStake stake(BudgetId budget, LocalDate on, @Nullable Long weight) {
        var account = world.funded(budget, on);
        var free = world.known(budget).free(on, account);
        return new PoolStake(
                budget,
                world.named(account.deployment(), budget),
                account.stream(),
                world.chance(85) && free > 1 ? Amount.ofPence(world.random.nextLong(1, free)) : world.amount(free),
                weight);
    }

    private LedgerCommand contribute(PoolId pool, LocalDate on) {
        var present = play(pool).present;
        var stake = stake(present.isEmpty() || world.chance(10) ? world.budget() : world.pick(present), on, null);
        return new ContributeToPool(
                world.commandId(),
                pool,
                stake.budgetId(),
                world.newEntry(stake.budgetId()),
                stake.deployment(),
                stake.stream(),
                stake.amount(),
                on);
    }

    /** The whole of the pool, or what would just be some member's part. */
    private Amount amount(PoolPlay play, LocalDate on) {
        var balance = play.balance();
        if (play.present.isEmpty() || balance < 1 || world.chance(40)) {
            return world.amount(balance);
        }
        if (world.chance(50)) {
            return Amount.ofPence(world.random.nextLong(1, balance + 1));
        }
        var member = world.pick(play.present);
        var part =
                play.shares(balance).get(play.present.indexOf(member)).share().pence();
        return part < 1 ? world.amount() : world.amount(play.free(member, on) * balance / part);
    }

    private EntryId entry(PoolPlay play) {
        return world.chance(3) && !play.entries.isEmpty()
                ? world.pick(List.copyOf(play.entries))
                : world.newEntry(world.budget());
    }

    private @Nullable ItemId authorisation(PoolPlay play) {
        return world.chance(40) && !play.items.isEmpty() ? world.item(List.copyOf(play.items)) : null;
    }

    private LedgerCommand refund(PoolId pool, PoolPlay play) {
        var spends = List.copyOf(play.spends.keySet());
        var spend = spends.isEmpty() || world.chance(4) ? world.newEntry(world.budget()) : world.pick(spends);
        return new RecordPoolRefund(
                world.commandId(),
                pool,
                spend,
                entry(play),
                world.amount(play.spends.getOrDefault(spend, 1L)),
                World.EVIDENCE,
                world.past());
    }
}
