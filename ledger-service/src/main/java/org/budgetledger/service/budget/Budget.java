package org.budgetledger.service.budget;

import java.time.LocalDate;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.AllocationEvent;
import org.budgetledger.api.budget.challenge.ChallengeEvent;
import org.budgetledger.api.budget.control.ControlEvent;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.earmark.EarmarkEvent;
import org.budgetledger.api.budget.payment.PaymentEvent;
import org.budgetledger.api.budget.plan.PlanEvent;
import org.budgetledger.api.budget.pooling.PoolingEvent;
import org.budgetledger.api.budget.review.ReviewEvent;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.api.budget.suspension.SuspensionEvent;
import org.budgetledger.api.budget.transfer.TransferEvent;
import org.budgetledger.api.budget.withdrawal.BudgetWithdrawn;
import org.budgetledger.api.budget.withdrawal.WithdrawalEvent;
import org.budgetledger.service.budget.account.Account;
import org.budgetledger.service.budget.account.Funds;
import org.budgetledger.service.budget.allocation.Allocations;
import org.budgetledger.service.budget.challenge.Challenges;
import org.budgetledger.service.budget.control.Control;
import org.budgetledger.service.budget.plan.Plan;
import org.budgetledger.service.budget.review.Reviews;
import org.budgetledger.service.budget.spending.Queries;
import org.budgetledger.service.budget.suspension.Suspensions;
import org.budgetledger.service.budget.withdrawal.Withdrawal;
import org.budgetledger.service.policy.Policy;

/**
 * The state of one budget, made of rooms. Each topic's decider is given the rooms it needs, so that no one class knows every
 * command.
 */
public record Budget(
        Allocations allocations,
        Challenges challenges,
        Control control,
        Plan plan,
        Account account,
        Queries queries,
        Suspensions suspensions,
        Withdrawal withdrawal,
        Reviews reviews) {
    /** Before it is opened. */
    public static final Budget NONE = new Budget(
            Allocations.NONE,
            Challenges.NONE,
            Control.NONE,
            Plan.NONE,
            Account.EMPTY,
            Queries.NONE,
            Suspensions.NONE,
            new Withdrawal.NotRaised(null),
            Reviews.NONE);

    /** What it can use, as asked on a day. */
    public Funds funds(Policy policy, LocalDate today) {
        return new Funds(account, control, allocations.entitlement(), policy.calendar(), today);
    }

    /** The budget after an event. Total: what is in the stream has happened. */
    public Budget evolve(BudgetEvent event) {
        return switch (event) {
            case AllocationEvent e -> with(allocations.evolve(e));
            case ChallengeEvent e -> with(challenges.evolve(e));
            case DeploymentsSet e -> with(allocations.deployed(e)).with(control.evolve(e));
            case ControlEvent e -> with(control.evolve(e));
            case PlanEvent e -> with(plan.evolve(e));
            case PaymentEvent e -> with(account.evolve(e));
            case SpendingEvent e -> with(account.evolve(e)).with(queries.evolve(e));
            case EarmarkEvent e -> with(account.evolve(e));
            case TransferEvent e -> with(account.evolve(e));
            case PoolingEvent e -> with(account.evolve(e));
            case SuspensionEvent e -> with(suspensions.evolve(e));
            case BudgetWithdrawn e -> with(withdrawal.evolve(e)).with(allocations.endingOn(e.lastDay()));
            case WithdrawalEvent e -> with(withdrawal.evolve(e));
            case ReviewEvent e -> with(reviews.evolve(e));
        };
    }

    private Budget with(Allocations changed) {
        return new Budget(changed, challenges, control, plan, account, queries, suspensions, withdrawal, reviews);
    }

    private Budget with(Challenges changed) {
        return new Budget(allocations, changed, control, plan, account, queries, suspensions, withdrawal, reviews);
    }

    private Budget with(Control changed) {
        return new Budget(allocations, challenges, changed, plan, account, queries, suspensions, withdrawal, reviews);
    }

    private Budget with(Plan changed) {
        return new Budget(
                allocations, challenges, control, changed, account, queries, suspensions, withdrawal, reviews);
    }

    private Budget with(Account changed) {
        return new Budget(allocations, challenges, control, plan, changed, queries, suspensions, withdrawal, reviews);
    }

    private Budget with(Queries changed) {
        return new Budget(allocations, challenges, control, plan, account, changed, suspensions, withdrawal, reviews);
    }

    private Budget with(Suspensions changed) {
        return new Budget(allocations, challenges, control, plan, account, queries, changed, withdrawal, reviews);
    }

    private Budget with(Withdrawal changed) {
        return new Budget(allocations, challenges, control, plan, account, queries, suspensions, changed, reviews);
    }

    private Budget with(Reviews changed) {
        return new Budget(allocations, challenges, control, plan, account, queries, suspensions, withdrawal, changed);
    }
}
