package org.budgetledger.service.budget;

import static org.budgetledger.service.deciding.Decision.refused;

import org.budgetledger.api.Fact;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.AllocationCommand;
import org.budgetledger.api.budget.allocation.OpenBudget;
import org.budgetledger.api.budget.challenge.ChallengeCommand;
import org.budgetledger.api.budget.control.ControlCommand;
import org.budgetledger.api.budget.earmark.EarmarkCommand;
import org.budgetledger.api.budget.payment.PaymentCommand;
import org.budgetledger.api.budget.plan.PlanCommand;
import org.budgetledger.api.budget.review.ReviewCommand;
import org.budgetledger.api.budget.spending.SpendingCommand;
import org.budgetledger.api.budget.suspension.SuspensionCommand;
import org.budgetledger.api.budget.transfer.TransferCommand;
import org.budgetledger.api.budget.withdrawal.WithdrawalCommand;
import org.budgetledger.service.budget.allocation.AllocationDecider;
import org.budgetledger.service.budget.challenge.ChallengeDecider;
import org.budgetledger.service.budget.control.ControlDecider;
import org.budgetledger.service.budget.earmark.EarmarkDecider;
import org.budgetledger.service.budget.payment.PaymentDecider;
import org.budgetledger.service.budget.plan.PlanDecider;
import org.budgetledger.service.budget.review.ReviewDecider;
import org.budgetledger.service.budget.spending.SpendingDecider;
import org.budgetledger.service.budget.suspension.SuspensionDecider;
import org.budgetledger.service.budget.transfer.TransferDecider;
import org.budgetledger.service.budget.withdrawal.WithdrawalDecider;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.Policy;

/** Routes each command to its topic, with the rooms that topic needs, after the rules that hold for every command. */
public final class BudgetDecider {
    private BudgetDecider() {}

    public static Decision<BudgetEvent> decide(BudgetCommand command, Context context, Policy policy, Budget budget) {
        if (!(command instanceof OpenBudget)
                && !budget.allocations().openWith(context.actor().authority())) {
            return refused(Refusal.budgetNotFound(command.budgetId()));
        }
        if (command instanceof Fact fact && fact.effectiveOn().isAfter(context.today())) {
            return refused(Refusal.factInFuture(fact.effectiveOn()));
        }
        return Decision.widened(
                switch (command) {
                    case AllocationCommand c -> AllocationDecider.decide(c, context, policy, budget.allocations());
                    case ChallengeCommand c -> ChallengeDecider.decide(c, budget.challenges());
                    case ControlCommand c -> ControlDecider.decide(c, context, policy, budget.control());
                    case PlanCommand c -> PlanDecider.decide(c, budget.plan(), budget.allocations());
                    case PaymentCommand c ->
                        PaymentDecider.decide(
                                c,
                                context,
                                policy,
                                budget.allocations(),
                                budget.control(),
                                budget.plan(),
                                budget.account(),
                                budget.suspensions(),
                                budget.withdrawal());
                    case SpendingCommand c ->
                        SpendingDecider.decide(
                                c,
                                policy,
                                budget.control(),
                                budget.plan(),
                                budget.funds(policy, context.today()),
                                budget.queries(),
                                budget.suspensions(),
                                budget.withdrawal());
                    case EarmarkCommand c ->
                        EarmarkDecider.decide(c, budget.control(), budget.funds(policy, context.today()));
                    case TransferCommand c ->
                        TransferDecider.decide(c, budget.control(), budget.funds(policy, context.today()));
                    case SuspensionCommand c -> SuspensionDecider.decide(c, budget.suspensions());
                    case WithdrawalCommand c -> WithdrawalDecider.decide(c, context, policy, budget.withdrawal());
                    case ReviewCommand c -> ReviewDecider.decide(c, policy, budget.reviews(), budget.plan());
                });
    }
}
