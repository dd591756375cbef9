package org.budgetledger.service.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.budgetledger.api.Actor;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.Fact;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.budget.allocation.AllocationCommand;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.allocation.OpenBudget;
import org.budgetledger.api.budget.challenge.ChallengeCommand;
import org.budgetledger.api.budget.control.ControlCommand;
import org.budgetledger.api.budget.earmark.ReleaseEarmark;
import org.budgetledger.api.budget.earmark.SetEarmark;
import org.budgetledger.api.budget.ending.EndingCommand;
import org.budgetledger.api.budget.payment.PaymentCommand;
import org.budgetledger.api.budget.plan.PlanCommand;
import org.budgetledger.api.budget.recovery.RecoveryCommand;
import org.budgetledger.api.budget.review.ReviewCommand;
import org.budgetledger.api.budget.scheme.SchemeCommand;
import org.budgetledger.api.budget.spending.AnswerQuery;
import org.budgetledger.api.budget.spending.AuthoriseSpend;
import org.budgetledger.api.budget.spending.CancelAuthorisation;
import org.budgetledger.api.budget.spending.QuerySpend;
import org.budgetledger.api.budget.spending.RecordRefund;
import org.budgetledger.api.budget.spending.RecordSpend;
import org.budgetledger.api.budget.spending.ResolveQuery;
import org.budgetledger.api.budget.spending.ReverseEntry;
import org.budgetledger.api.budget.suspension.SuspensionCommand;
import org.budgetledger.api.budget.transfer.TransferCommand;
import org.budgetledger.api.budget.withdrawal.WithdrawalCommand;
import org.budgetledger.api.period.PeriodCommand;
import org.budgetledger.api.pool.AuthorisePoolSpend;
import org.budgetledger.api.pool.CancelPoolAuthorisation;
import org.budgetledger.api.pool.ClosePool;
import org.budgetledger.api.pool.ContributeToPool;
import org.budgetledger.api.pool.JoinPool;
import org.budgetledger.api.pool.LeavePool;
import org.budgetledger.api.pool.PoolBudgets;
import org.budgetledger.api.pool.PoolCommand;
import org.budgetledger.api.pool.RecordPoolRefund;
import org.budgetledger.api.pool.RecordPoolSpend;
import org.budgetledger.service.given.Known;
import org.jspecify.annotations.Nullable;

/**
 * The ledger once more, from the rules as they are written and as plainly as can be: lists that only grow, and loops over
 * them. It is slow, and knows nothing of the deciders that it is compared with.
 */
final class ModelLedger {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    final Map<BudgetId, ModelBudget> budgets = new LinkedHashMap<>();
    final Map<PoolId, ModelPool> pools = new LinkedHashMap<>();
    private final MembershipAnswers membership = new MembershipAnswers(this);

    /** Answers a command and, where nothing speaks against it, does it. */
    Answer answer(LedgerCommand command, Actor actor, Instant recordedAt) {
        var today = LocalDate.ofInstant(recordedAt, LONDON);
        var answer = new Answer(today);
        answer.refuseIf(command instanceof Fact fact && fact.effectiveOn().isAfter(today), "FACT_IN_FUTURE");
        switch (command) {
            case BudgetCommand c -> answer(c, actor, answer);
            case PoolCommand c -> answer(c, actor, answer);
            case PeriodCommand c ->
                throw new IllegalArgumentException("the books of an authority are not played here: " + c);
        }
        return answer;
    }

    private void answer(BudgetCommand command, Actor actor, Answer answer) {
        var budget = budgets.get(command.budgetId());
        if (budget == null && command instanceof OpenBudget c) {
            budgets.put(c.budgetId(), new ModelBudget(c.budgetId(), actor.authority(), PayCycle.FOUR_WEEKLY_2025));
            answer.happened(
                    c.budgetId(),
                    new BudgetOpened(
                            c.budgetId(),
                            actor.authority(),
                            c.personRef(),
                            Known.PACK,
                            PayCycle.FOUR_WEEKLY_2025,
                            c.openedOn()));
        } else if (budget == null
                || (!(command instanceof OpenBudget) && !budget.authority.equals(actor.authority()))) {
            answer.refuseIf(true, "BUDGET_NOT_FOUND");
        } else {
            answer.refuseIf(ClosedAnswers.decidesAnew(command, budget), "BUDGET_CLOSED");
            var deployment = answer(command, actor, budget, answer);
            if (!answer.refused()) {
                budget.done.add(new ModelBudget.Done(command, actor, deployment));
                AdjustingAnswers.adjust(command, budget, answer);
            }
        }
    }

    private static @Nullable DeploymentId answer(
            BudgetCommand command, Actor actor, ModelBudget budget, Answer answer) {
        switch (command) {
            case ControlCommand c -> {
                return ControlAnswers.answer(c, actor, budget, answer);
            }
            case AuthoriseSpend c -> {
                return SpendingAnswers.authorise(c, budget, answer);
            }
            case SetEarmark c -> {
                return MovingAnswers.earmark(c, budget, answer);
            }
            case ReleaseEarmark c -> MovingAnswers.release(c, budget, answer);
            case AllocationCommand c -> AllocationAnswers.answer(c, budget, answer);
            case ChallengeCommand c -> LifeAnswers.answer(c, budget, answer);
            case PlanCommand c -> LifeAnswers.answer(c, budget, answer);
            case SuspensionCommand c -> LifeAnswers.answer(c, budget, answer);
            case ReviewCommand c -> LifeAnswers.answer(c, budget, answer);
            case PaymentCommand c -> PaymentAnswers.answer(c, actor, budget, answer);
            case TransferCommand c -> MovingAnswers.answer(c, budget, answer);
            case WithdrawalCommand c -> WithdrawalAnswers.answer(c, actor, budget, answer);
            case SchemeCommand c -> SchemeAnswers.answer(c, budget, answer);
            case EndingCommand c -> EndingAnswers.answer(c, budget, answer);
            case RecoveryCommand c -> RecoveryAnswers.answer(c, actor, budget, answer);
            case CancelAuthorisation c -> SpendingAnswers.cancel(c, budget, answer);
            case RecordSpend c -> SpendingAnswers.spend(c, budget, answer);
            case RecordRefund c -> SpendingAnswers.refund(c, budget, answer);
            case ReverseEntry c -> CorrectionAnswers.reverse(c, budget, answer);
            case QuerySpend c -> CorrectionAnswers.query(c, budget, answer);
            case AnswerQuery c -> CorrectionAnswers.answerQuery(c, budget, answer);
            case ResolveQuery c -> CorrectionAnswers.resolve(c, budget, answer);
        }
        return null;
    }

    private void answer(PoolCommand command, Actor actor, Answer answer) {
        if (command instanceof PoolBudgets c) {
            membership.open(c, actor.authority(), answer);
            return;
        }
        var pool = pools.get(command.poolId());
        if (pool == null || !pool.authority.equals(actor.authority())) {
            answer.refuseIf(true, "POOL_NOT_FOUND");
            return;
        }
        switch (command) {
            case PoolBudgets _ -> {}
            case JoinPool c -> membership.join(c, pool, answer);
            case ContributeToPool c -> membership.contribute(c, pool, answer);
            case LeavePool c -> membership.leave(c, pool, answer);
            case ClosePool c -> membership.close(c, pool, answer);
            case AuthorisePoolSpend c -> PoolAnswers.authorise(c, pool, answer);
            case CancelPoolAuthorisation c -> PoolAnswers.cancel(c, pool, answer);
            case RecordPoolSpend c -> PoolAnswers.spend(c, pool, answer);
            case RecordPoolRefund c -> PoolAnswers.refund(c, pool, answer);
        }
    }
}
