package org.budgetledger.service.budget;

import java.time.LocalDate;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.AllocationEvent;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.challenge.ChallengeEvent;
import org.budgetledger.api.budget.control.ControlEvent;
import org.budgetledger.api.budget.earmark.EarmarkEvent;
import org.budgetledger.api.budget.ending.EndingEvent;
import org.budgetledger.api.budget.entitlement.AdjustmentEvent;
import org.budgetledger.api.budget.entitlement.Dues;
import org.budgetledger.api.budget.payment.PaymentEvent;
import org.budgetledger.api.budget.plan.PlanEvent;
import org.budgetledger.api.budget.pooling.PoolingEvent;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.review.ReviewEvent;
import org.budgetledger.api.budget.scheme.PayCycleChanged;
import org.budgetledger.api.budget.scheme.PolicyPackAdopted;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.api.budget.suspension.SuspensionEvent;
import org.budgetledger.api.budget.transfer.TransferEvent;
import org.budgetledger.api.budget.withdrawal.WithdrawalEvent;
import org.budgetledger.service.budget.account.Account;
import org.budgetledger.service.budget.account.Funds;
import org.budgetledger.service.budget.allocation.Allocations;
import org.budgetledger.service.budget.challenge.Challenges;
import org.budgetledger.service.budget.control.Control;
import org.budgetledger.service.budget.plan.Plan;
import org.budgetledger.service.budget.recovery.Recovery;
import org.budgetledger.service.budget.review.Reviews;
import org.budgetledger.service.budget.scheme.Adoptions;
import org.budgetledger.service.budget.spending.Queries;
import org.budgetledger.service.budget.withdrawal.Withdrawal;

/**
 * The state of one budget, made of rooms. Each topic's decider is given the rooms it needs, so that no one class knows every
 * command.
 *
 * @param dues the entitlement book and what became of it: every event may have a part in it
 */
public record Budget(
        Allocations allocations,
        Adoptions adoptions,
        Dues dues,
        Challenges challenges,
        Control control,
        Plan plan,
        Account account,
        Queries queries,
        Recovery recovery,
        Withdrawal withdrawal,
        Reviews reviews) {
    /** Before it is opened. */
    public static final Budget NONE = new Budget(
            Allocations.NONE,
            Adoptions.NONE,
            Dues.NONE,
            Challenges.NONE,
            Control.NONE,
            Plan.NONE,
            Account.EMPTY,
            Queries.NONE,
            Recovery.NONE,
            new Withdrawal.NotRaised(null),
            Reviews.NONE);

    /** What it can use, as asked on a day. */
    public Funds funds(LocalDate today) {
        return new Funds(account, control, dues.book(), today);
    }

    /** The budget after an event. Total: what is in the stream has happened. */
    public Budget evolve(BudgetEvent event) {
        var due = with(dues.evolve(event));
        return switch (event) {
            case BudgetOpened e -> due.with(allocations.evolve(e)).with(adoptions.openedWith(e.policyPack()));
            case AllocationEvent e -> due.with(allocations.evolve(e));
            case PolicyPackAdopted e -> due.with(adoptions.adopting(e.policyPack(), e.effectiveFrom()));
            case ChallengeEvent e -> due.with(challenges.evolve(e));
            case ControlEvent e -> due.with(control.evolve(e));
            case PlanEvent e -> due.with(plan.evolve(e));
            case PaymentEvent e -> due.with(account.evolve(e));
            case SpendingEvent e -> due.with(account.evolve(e)).with(queries.evolve(e));
            case EarmarkEvent e -> due.with(account.evolve(e));
            case TransferEvent e -> due.with(account.evolve(e));
            case PoolingEvent e -> due.with(account.evolve(e));
            case RecoveryEvent e -> due.with(account.evolve(e)).with(recovery.evolve(e));
            case WithdrawalEvent e -> due.with(withdrawal.evolve(e));
            case ReviewEvent e -> due.with(reviews.evolve(e));
            case PayCycleChanged _, SuspensionEvent _, EndingEvent _, AdjustmentEvent _ -> due;
        };
    }

    private Budget with(Allocations changed) {
        return new Budget(
                changed, adoptions, dues, challenges, control, plan, account, queries, recovery, withdrawal, reviews);
    }

    private Budget with(Adoptions changed) {
        return new Budget(
                allocations, changed, dues, challenges, control, plan, account, queries, recovery, withdrawal, reviews);
    }

    private Budget with(Dues changed) {
        return new Budget(
                allocations,
                adoptions,
                changed,
                challenges,
                control,
                plan,
                account,
                queries,
                recovery,
                withdrawal,
                reviews);
    }

    private Budget with(Challenges changed) {
        return new Budget(
                allocations, adoptions, dues, changed, control, plan, account, queries, recovery, withdrawal, reviews);
    }

    private Budget with(Control changed) {
        return new Budget(
                allocations,
                adoptions,
                dues,
                challenges,
                changed,
                plan,
                account,
                queries,
                recovery,
                withdrawal,
                reviews);
    }

    private Budget with(Plan changed) {
        return new Budget(
                allocations,
                adoptions,
                dues,
                challenges,
                control,
                changed,
                account,
                queries,
                recovery,
                withdrawal,
                reviews);
    }

    private Budget with(Account changed) {
        return new Budget(
                allocations,
                adoptions,
                dues,
                challenges,
                control,
                plan,
                changed,
                queries,
                recovery,
                withdrawal,
                reviews);
    }

    private Budget with(Queries changed) {
        return new Budget(
                allocations,
                adoptions,
                dues,
                challenges,
                control,
                plan,
                account,
                changed,
                recovery,
                withdrawal,
                reviews);
    }

    private Budget with(Recovery changed) {
        return new Budget(
                allocations,
                adoptions,
                dues,
                challenges,
                control,
                plan,
                account,
                queries,
                changed,
                withdrawal,
                reviews);
    }

    private Budget with(Withdrawal changed) {
        return new Budget(
                allocations, adoptions, dues, challenges, control, plan, account, queries, recovery, changed, reviews);
    }

    private Budget with(Reviews changed) {
        return new Budget(
                allocations,
                adoptions,
                dues,
                challenges,
                control,
                plan,
                account,
                queries,
                recovery,
                withdrawal,
                changed);
    }
}
