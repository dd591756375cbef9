package org.budgetledger.service.budget;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.Fact;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.AllocationCommand;
import org.budgetledger.api.budget.allocation.OpenBudget;
import org.budgetledger.api.budget.challenge.ChallengeCommand;
import org.budgetledger.api.budget.control.ControlCommand;
import org.budgetledger.api.budget.earmark.EarmarkCommand;
import org.budgetledger.api.budget.ending.CloseBudget;
import org.budgetledger.api.budget.ending.EndingCommand;
import org.budgetledger.api.budget.payment.PaymentCommand;
import org.budgetledger.api.budget.payment.ReleasePayment;
import org.budgetledger.api.budget.plan.PlanCommand;
import org.budgetledger.api.budget.recovery.RecoveryCommand;
import org.budgetledger.api.budget.review.ReviewCommand;
import org.budgetledger.api.budget.scheme.SchemeCommand;
import org.budgetledger.api.budget.spending.AuthoriseSpend;
import org.budgetledger.api.budget.spending.SpendingCommand;
import org.budgetledger.api.budget.suspension.SuspensionCommand;
import org.budgetledger.api.budget.transfer.TransferCommand;
import org.budgetledger.api.budget.withdrawal.WithdrawalCommand;
import org.budgetledger.service.budget.allocation.AllocationDecider;
import org.budgetledger.service.budget.challenge.ChallengeDecider;
import org.budgetledger.service.budget.control.ControlDecider;
import org.budgetledger.service.budget.earmark.EarmarkDecider;
import org.budgetledger.service.budget.ending.EndingDecider;
import org.budgetledger.service.budget.entitlement.Adjusting;
import org.budgetledger.service.budget.payment.PaymentDecider;
import org.budgetledger.service.budget.plan.PlanDecider;
import org.budgetledger.service.budget.recovery.RecoveryDecider;
import org.budgetledger.service.budget.review.ReviewDecider;
import org.budgetledger.service.budget.scheme.InForce;
import org.budgetledger.service.budget.scheme.SchemeDecider;
import org.budgetledger.service.budget.spending.SpendingDecider;
import org.budgetledger.service.budget.suspension.SuspensionDecider;
import org.budgetledger.service.budget.transfer.TransferDecider;
import org.budgetledger.service.budget.withdrawal.WithdrawalDecider;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.Policy;
import org.budgetledger.service.policy.PolicyPacks;

/** Routes each command to its topic, with the rooms that topic needs, after the rules that hold for every command. */
public final class BudgetDecider {
    private BudgetDecider() {}

    public static Decision<BudgetEvent> decide(
            BudgetCommand command, Context context, PolicyPacks packs, Budget budget) {
        if (!(command instanceof OpenBudget)
                && !budget.allocations().openWith(context.actor().authority())) {
            return refused(Refusal.budgetNotFound(command.budgetId()));
        }
        if (command instanceof Fact fact && fact.effectiveOn().isAfter(context.today())) {
            return refused(Refusal.factInFuture(fact.effectiveOn()));
        }
        var closedOn = budget.dues().book().ending().closed();
        if (closedOn != null && !(command instanceof Fact) && decidesAnew(command)) {
            return refused(Refusal.budgetClosed(closedOn));
        }
        var policy = InForce.policy(command, context, packs, budget.adoptions());
        return switch (route(command, context, policy, packs, budget)) {
            case Decision.Refused<BudgetEvent> no -> no;
            case Decision.Accepted<BudgetEvent>(var events) -> accepted(adjusted(events, command, context, budget));
        };
    }

    /** R28: what is closed still takes facts, corrections, questions and challenges, but nothing new is decided on it. */
    private static boolean decidesAnew(BudgetCommand command) {
        return switch (command) {
            case AllocationCommand _,
                    ControlCommand _,
                    PlanCommand _,
                    SchemeCommand _,
                    EarmarkCommand _,
                    TransferCommand _,
                    SuspensionCommand _,
                    WithdrawalCommand _,
                    ReleasePayment _,
                    AuthoriseSpend _,
                    CloseBudget _ -> true;
            case ChallengeCommand _,
                    PaymentCommand _,
                    SpendingCommand _,
                    EndingCommand _,
                    RecoveryCommand _,
                    ReviewCommand _ -> false;
        };
    }

    /** R16: the command's own events, and what they change of days that were settled before. */
    private static List<BudgetEvent> adjusted(
            List<? extends BudgetEvent> events, BudgetCommand command, Context context, Budget budget) {
        var after = budget;
        for (var event : events) {
            after = after.evolve(event);
        }
        var all = new ArrayList<BudgetEvent>(events);
        if (after.dues().mayDifferFrom(budget.dues())) {
            all.addAll(Adjusting.after(events.getFirst(), after.dues(), command, context));
        }
        return all;
    }

    private static Decision<BudgetEvent> route(
            BudgetCommand command, Context context, Policy policy, PolicyPacks packs, Budget budget) {
        var funds = budget.funds(context.today());
        return Decision.widened(
                switch (command) {
                    case AllocationCommand c ->
                        AllocationDecider.decide(
                                c,
                                context,
                                policy,
                                packs,
                                budget.allocations(),
                                budget.dues().book());
                    case SchemeCommand c -> SchemeDecider.decide(c, packs, budget.adoptions(), budget.dues());
                    case ChallengeCommand c -> ChallengeDecider.decide(c, budget.challenges());
                    case ControlCommand c -> ControlDecider.decide(c, context, policy, budget.control());
                    case PlanCommand c -> PlanDecider.decide(c, budget.plan(), budget.allocations());
                    case PaymentCommand c ->
                        PaymentDecider.decide(
                                c,
                                context,
                                policy,
                                budget.allocations(),
                                budget.dues(),
                                budget.control(),
                                budget.plan(),
                                budget.account());
                    case SpendingCommand c ->
                        SpendingDecider.decide(c, policy, budget.control(), budget.plan(), funds, budget.queries());
                    case EarmarkCommand c -> EarmarkDecider.decide(c, budget.control(), funds);
                    case TransferCommand c -> TransferDecider.decide(c, budget.control(), funds);
                    case SuspensionCommand c ->
                        SuspensionDecider.decide(c, budget.dues().book().suspensions());
                    case WithdrawalCommand c -> WithdrawalDecider.decide(c, context, policy, budget.withdrawal());
                    case RecoveryCommand c ->
                        RecoveryDecider.decide(
                                c,
                                context,
                                policy,
                                budget.dues(),
                                budget.control(),
                                budget.account(),
                                budget.recovery());
                    case EndingCommand c ->
                        EndingDecider.decide(
                                c,
                                context,
                                policy,
                                budget.dues(),
                                budget.control(),
                                budget.account(),
                                budget.queries(),
                                budget.challenges());
                    case ReviewCommand c -> ReviewDecider.decide(c, policy, budget.reviews(), budget.plan());
                });
    }
}
