package org.budgetledger.service.given;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.budgetledger.api.Actor;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.pool.PoolCommand;
import org.budgetledger.api.pool.PoolEvent;
import org.budgetledger.service.budget.Budget;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.pool.Addressed;
import org.budgetledger.service.pool.Pool;
import org.budgetledger.service.pool.PoolDecider;
import org.junit.jupiter.api.Tag;

/**
 * Given these events of a pool and of its members, when this command comes, expect those events or that refusal. On the
 * decider itself, because Axon's fixture knows one aggregate only.
 */
@Tag("given-when-then")
public abstract class PoolScenarios {
    /** A history: what happened on the pool's stream, and addressed events that happened on members' streams. */
    protected static Given given(Object... history) {
        var pool = Pool.NONE;
        var budgets = new HashMap<BudgetId, Budget>();
        for (var event : flattened(Arrays.asList(history))) {
            switch (event) {
                case PoolEvent happened -> pool = pool.evolve(happened);
                case Addressed(var stream, PoolEvent happened) -> pool = pool.evolve(happened);
                case Addressed(BudgetId budget, BudgetEvent happened) ->
                    budgets.put(
                            budget, budgets.getOrDefault(budget, Budget.NONE).evolve(happened));
                default -> throw new IllegalArgumentException("not an event of a pool or a member: " + event);
            }
        }
        return new Given(pool, budgets);
    }

    /** What happened on one member's own stream. */
    protected static List<Addressed> of(BudgetId budget, Object... history) {
        return flattened(Arrays.asList(history)).stream()
                .map(event -> new Addressed(budget, (BudgetEvent) event))
                .toList();
    }

    private static List<Object> flattened(Collection<?> history) {
        var flat = new ArrayList<>();
        for (var event : history) {
            if (event instanceof Collection<?> several) {
                flat.addAll(flattened(several));
            } else {
                flat.add(event);
            }
        }
        return flat;
    }

    /** What a pool and its members have come to. */
    protected record Given(Pool pool, Map<BudgetId, Budget> budgets) {
        public Then when(PoolCommand command, Actor actor, Instant at) {
            // As the handler does: only the budgets that the decider asks for, and those that are not there as nothing.
            var touched = new HashMap<BudgetId, Budget>();
            PoolDecider.membersTouched(command, pool)
                    .forEach(id -> touched.put(id, budgets.getOrDefault(id, Budget.NONE)));
            return new Then(this, command, PoolDecider.decide(command, new Context(actor, at), pool, touched));
        }

        /** The same budgets, and a pool that is not open yet. */
        public Given beforeAnotherPool() {
            return new Given(Pool.NONE, budgets);
        }

        /** After more has happened. */
        Given after(List<? extends Addressed> events) {
            var laterPool = pool;
            var laterBudgets = new HashMap<>(budgets);
            for (var addressed : events) {
                switch (addressed) {
                    case Addressed(var stream, PoolEvent happened) -> laterPool = laterPool.evolve(happened);
                    case Addressed(BudgetId budget, BudgetEvent happened) ->
                        laterBudgets.put(
                                budget,
                                laterBudgets.getOrDefault(budget, Budget.NONE).evolve(happened));
                    default -> throw new IllegalArgumentException("on the wrong stream: " + addressed);
                }
            }
            return new Given(laterPool, laterBudgets);
        }
    }

    /** What came of a command. */
    protected record Then(Given before, PoolCommand command, Decision<Addressed> decision) {
        /** Accepted, with exactly these events in this order; those without an address on the pool's own stream. */
        public Given expectEvents(Object... events) {
            var expected = flattened(Arrays.asList(events)).stream()
                    .map(event -> event instanceof Addressed addressed
                            ? addressed
                            : new Addressed(command.streamId(), (PoolEvent) event))
                    .toList();
            Assertions.assertThat(decision).isEqualTo(Decision.<Addressed>accepted(expected));
            Exercised.accepted(command);
            return before.after(expected);
        }

        /** Refused with exactly this, figures and all. */
        public void expectRefusal(Refusal refusal) {
            Assertions.assertThat(decision).isEqualTo(Decision.<Addressed>refused(refusal));
            Exercised.refused(command, refusal.code());
        }

        /** Refused with this code. */
        public void expectRefusal(String code) {
            Assertions.assertThat(decision)
                    .isInstanceOfSatisfying(
                            Decision.Refused.class,
                            refused -> Assertions.assertThat(refused.refusal().code())
                                    .isEqualTo(code));
            Exercised.refused(command, code);
        }
    }
}
