package org.budgetledger.service.model;

import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.budget.withdrawal.Alternative;
import org.budgetledger.api.budget.withdrawal.ArrangeAlternative;
import org.budgetledger.api.budget.withdrawal.HoldWithdrawalReview;
import org.budgetledger.api.budget.withdrawal.IssueWarning;
import org.budgetledger.api.budget.withdrawal.IssueWithdrawalNotice;
import org.budgetledger.api.budget.withdrawal.OfferSupport;
import org.budgetledger.api.budget.withdrawal.RaiseConcern;
import org.budgetledger.api.budget.withdrawal.Urgency;
import org.budgetledger.api.budget.withdrawal.WithdrawBudget;
import org.jspecify.annotations.Nullable;

/** Random steps of a withdrawal: usually the next one, sometimes another. */
final class WithdrawalCommands {
    private static final List<Class<?>> STEPS = List.of(
            RaiseConcern.class,
            OfferSupport.class,
            IssueWarning.class,
            HoldWithdrawalReview.class,
            IssueWithdrawalNotice.class,
            WithdrawBudget.class);

    private final World world;

    WithdrawalCommands(World world) {
        this.world = world;
    }

    LedgerCommand next(BudgetId budget) {
        var known = world.known(budget);
        var next = 0;
        while (next < STEPS.size() - 1 && known.last(STEPS.get(next)) != null) {
            next++;
        }
        return world.chance(12)
                ? arrange(budget)
                : step(world.chance(85) ? next : world.random.nextInt(STEPS.size()), budget);
    }

    private LedgerCommand step(int step, BudgetId budget) {
        var id = world.commandId();
        var on = world.chance(80) ? world.today : world.past();
        var urgent = urgent();
        return switch (step) {
            case 0 -> new RaiseConcern(id, budget, World.TEXT, urgent, on);
            case 1 -> new OfferSupport(id, budget, World.TEXT, urgent, on);
            case 2 -> new IssueWarning(id, budget, World.TEXT, urgent, on);
            case 3 -> new HoldWithdrawalReview(id, budget, World.TEXT, urgent, on);
            case 4 ->
                new IssueWithdrawalNotice(
                        id,
                        budget,
                        World.TEXT,
                        world.chance(50) ? null : on.plusDays(world.pick(26, 27, 27, 28, 40)),
                        urgent,
                        on);
            default -> {
                var notice = world.known(budget).last(IssueWithdrawalNotice.class);
                var lastDay = notice == null ? on : WithdrawalAnswers.lastDayOf(notice);
                yield new WithdrawBudget(
                        id,
                        budget,
                        World.TEXT,
                        urgent,
                        world.chance(30) ? on : lastDay.plusDays(world.pick(0, 1, 1, 1, 9)));
            }
        };
    }

    private @Nullable Urgency urgent() {
        return world.chance(50) ? null : new Urgency(Urgency.Ground.FRAUD, World.TEXT);
    }

    private LedgerCommand arrange(BudgetId budget) {
        var notice = world.known(budget).last(IssueWithdrawalNotice.class);
        return new ArrangeAlternative(
                world.commandId(),
                budget,
                new Alternative(
                        world.chance(80) ? Alternative.Kind.ARRANGED : Alternative.Kind.NO_ELIGIBLE_NEED,
                        notice == null
                                ? world.day()
                                : WithdrawalAnswers.lastDayOf(notice).plusDays(world.pick(0, 1, 1, 2)),
                        null,
                        World.TEXT),
                world.day());
    }
}
