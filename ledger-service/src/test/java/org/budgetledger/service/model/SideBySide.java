package org.budgetledger.service.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.budgetledger.api.BooksId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.budget.entitlement.Dues;
import org.budgetledger.service.pool.Member;
import org.jspecify.annotations.Nullable;

/** The deciders and the model led through the same commands, compared after each. */
final class SideBySide {
    final ModelLedger model = new ModelLedger();
    private final DecidersLedger deciders = new DecidersLedger();
    private final Map<BudgetId, Dues> checked = new HashMap<>();

    /** Does one step in both; says where they disagree, or nothing. */
    @Nullable
    String step(Step step) {
        var outcome = deciders.run(step);
        var answer = model.answer(
                step.command(), step.context().actor(), step.context().recordedAt());
        if (answer.refused()) {
            return outcome.refusal() != null && answer.refusals().contains(outcome.refusal())
                    ? null
                    : "by the rules: " + answer + "\n  the decider: " + outcome;
        }
        if (outcome.refusal() != null || !comparable(outcome.happenings()).equals(comparable(answer.happenings()))) {
            return "by the rules: " + answer + "\n  the decider: " + outcome;
        }
        var touched = new LinkedHashSet<>(
                answer.happenings().stream().map(Happening::stream).toList());
        for (var stream : touched) {
            var difference = switch (stream) {
                case BudgetId id -> compareBudget(id, step);
                case PoolId id -> comparePool(id);
                case BooksId id ->
                    throw new IllegalArgumentException("the books of an authority are not played here: " + id);
            };
            if (difference != null) {
                return difference;
            }
        }
        return compareFlow();
    }

    /** The order of events matters within a stream only, and that of flags not at all. */
    private static List<Happening> comparable(List<Happening> happenings) {
        return happenings.stream()
                .map(each -> new Happening(each.stream(), InOrder.of(each.event())))
                .sorted(Comparator.comparing(each -> each.stream().value()))
                .toList();
    }

    private @Nullable String compareBudget(BudgetId id, Step step) {
        var expected = model.budgets.get(id);
        if (expected == null) {
            return "the model has no budget " + id;
        }
        var today = step.context().today();
        var actual = deciders.budget(id).funds(today);
        for (var account : expected.accounts()) {
            var differs = differs(
                    account + " balance",
                    expected.balance(today, account),
                    actual.balanceOn(today, account).pence());
            differs = differs != null
                    ? differs
                    : differs(
                            account + " free",
                            expected.free(today, account),
                            actual.freeOn(today, account).pence());
            differs = differs != null
                    ? differs
                    : differs(
                            account + " held",
                            expected.held(account),
                            actual.account().held(account).pence());
            if (differs != null) {
                return "budget " + id + " on " + today + ": " + differs;
            }
        }
        var before = checked.getOrDefault(id, Dues.NONE);
        var dues = deciders.budget(id).dues();
        checked.put(id, dues);
        return DuesInStep.difference(expected, before, dues, today);
    }

    private @Nullable String comparePool(PoolId id) {
        var expected = model.pools.get(id);
        if (expected == null) {
            return "the model has no pool " + id;
        }
        var play = expected.play();
        var actual = deciders.pool(id);
        var equities = 0L;
        for (var member : play.present) {
            equities += play.equity(member);
            var differs = differs(
                    "equity of " + member,
                    play.equity(member),
                    actual.present().stream()
                            .filter(each -> each.budgetId().equals(member))
                            .map(Member::equity)
                            .findFirst()
                            .orElseThrow()
                            .pence());
            if (differs != null) {
                return "pool " + id + ": " + differs;
            }
        }
        var members = actual.present().stream().map(Member::budgetId).toList();
        if (!members.equals(play.present)) {
            return "pool " + id + ": members " + play.present + " by the rules, " + members + " by the decider";
        }
        return differs("pool " + id + " balance", equities, actual.balance().pence());
    }

    /** Money in all accounts and pools = everything that came in − everything that went out. */
    private @Nullable String compareFlow() {
        var kept = 0L;
        for (var budget : model.budgets.values()) {
            var account = deciders.budget(budget.id).account();
            for (var key : budget.accounts()) {
                kept += account.held(key).pence();
            }
        }
        for (var pool : model.pools.keySet()) {
            kept += deciders.pool(pool).balance().pence();
        }
        return differs("money kept against money in and out", deciders.flow.net(), kept);
    }

    private static @Nullable String differs(String what, long expected, long actual) {
        return expected == actual ? null : what + ": " + expected + " by the rules, " + actual + " by the decider";
    }
}
