package org.budgetledger.service.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.period.PeriodCommand;
import org.budgetledger.api.period.PeriodEvent;
import org.budgetledger.api.pool.PoolCommand;
import org.budgetledger.api.pool.PoolEvent;
import org.budgetledger.service.budget.Budget;
import org.budgetledger.service.budget.BudgetDecider;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.packs.PublishedPacks;
import org.budgetledger.service.pool.Addressed;
import org.budgetledger.service.pool.Pool;
import org.budgetledger.service.pool.PoolDecider;
import org.jspecify.annotations.Nullable;

/** Several streams kept in memory: each command goes through the deciders, and what they accept is folded in. */
final class DecidersLedger {
    /** What came of a command: a refusal, or what happened. */
    record Outcome(@Nullable Why refusal, List<Happening> happenings) {}

    private final Map<BudgetId, Budget> budgets = new LinkedHashMap<>();
    private final Map<PoolId, Pool> pools = new LinkedHashMap<>();
    final MoneyFlow flow = new MoneyFlow();

    Outcome run(Step step) {
        return switch (step.command()) {
            case BudgetCommand c ->
                switch (BudgetDecider.decide(c, step.context(), PublishedPacks.all(), budget(c.budgetId()))) {
                    case Decision.Refused<BudgetEvent>(var refusal) -> refused(refusal);
                    case Decision.Accepted<BudgetEvent>(var events) ->
                        happened(events.stream()
                                .map(event -> new Happening(c.budgetId(), event))
                                .toList());
                };
            case PeriodCommand c ->
                throw new IllegalArgumentException("the books of an authority are not played here: " + c);
            case PoolCommand c -> {
                var pool = pool(c.poolId());
                var members = new LinkedHashMap<BudgetId, Budget>();
                PoolDecider.membersTouched(c, pool).forEach(id -> members.put(id, budget(id)));
                yield switch (PoolDecider.decide(c, step.context(), pool, members)) {
                    case Decision.Refused<Addressed>(var refusal) -> refused(refusal);
                    case Decision.Accepted<Addressed>(var events) ->
                        happened(events.stream()
                                .map(each -> new Happening(each.stream(), each.event()))
                                .toList());
                };
            }
        };
    }

    Budget budget(BudgetId id) {
        return budgets.getOrDefault(id, Budget.NONE);
    }

    Pool pool(PoolId id) {
        return pools.getOrDefault(id, Pool.NONE);
    }

    private Outcome happened(List<Happening> happenings) {
        for (var each : happenings) {
            switch (each.event()) {
                case BudgetEvent event -> {
                    var id = (BudgetId) each.stream();
                    budgets.put(id, budget(id).evolve(event));
                }
                case PoolEvent event -> {
                    var id = (PoolId) each.stream();
                    pools.put(id, pool(id).evolve(event));
                }
                case PeriodEvent event ->
                    throw new IllegalArgumentException("the books of an authority are not played here: " + event);
            }
            flow.add(each);
        }
        return new Outcome(null, happenings);
    }

    private static Outcome refused(Refusal refusal) {
        return new Outcome(
                switch (refusal) {
                    case Refusal.InsufficientFunds r ->
                        Why.tooLittle(
                                r.free().pence(), r.shortfall().pence(), r.budgetId() == null ? "" : r.budgetId());
                    case Refusal.RefundExceedsSpend r ->
                        new Why(r.code(), "left " + r.left().pence());
                    case Refusal.StepsIncomplete r -> new Why(r.code(), r.missing() + " " + r.notBefore());
                    case Refusal.NoticeTooShort r -> new Why(r.code(), "earliest " + r.earliestLastDay());
                    case Refusal.Plain r -> new Why(r.code());
                    case Refusal.NoticeRunning r -> new Why(r.code(), "due on " + r.dueOn());
                    case Refusal.Exceeds r ->
                        new Why(r.code(), "available " + r.available().pence());
                    case Refusal.NoSurplus r ->
                        new Why(r.code(), "below " + r.below().pence());
                    case Refusal.StillOpen r -> new Why(r.code(), "open " + r.open());
                    case Refusal.SegregationOfDuties r -> new Why(r.code());
                    case Refusal.CommandIdReused r -> new Why(r.code());
                    case Refusal.VersionStale r -> new Why(r.code());
                },
                List.of());
    }
}
