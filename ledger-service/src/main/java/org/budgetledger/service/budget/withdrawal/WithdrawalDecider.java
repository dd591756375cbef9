package org.budgetledger.service.budget.withdrawal;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.withdrawal.AlternativeArranged;
import org.budgetledger.api.budget.withdrawal.ArrangeAlternative;
import org.budgetledger.api.budget.withdrawal.BudgetWithdrawn;
import org.budgetledger.api.budget.withdrawal.ConcernRaised;
import org.budgetledger.api.budget.withdrawal.HoldWithdrawalReview;
import org.budgetledger.api.budget.withdrawal.IssueWarning;
import org.budgetledger.api.budget.withdrawal.IssueWithdrawalNotice;
import org.budgetledger.api.budget.withdrawal.OfferSupport;
import org.budgetledger.api.budget.withdrawal.RaiseConcern;
import org.budgetledger.api.budget.withdrawal.SupportOffered;
import org.budgetledger.api.budget.withdrawal.Urgency;
import org.budgetledger.api.budget.withdrawal.WarningIssued;
import org.budgetledger.api.budget.withdrawal.WithdrawBudget;
import org.budgetledger.api.budget.withdrawal.WithdrawalCommand;
import org.budgetledger.api.budget.withdrawal.WithdrawalEvent;
import org.budgetledger.api.budget.withdrawal.WithdrawalNoticeIssued;
import org.budgetledger.api.budget.withdrawal.WithdrawalReviewHeld;
import org.budgetledger.api.budget.withdrawal.WithdrawalStep;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Withdrawing a budget fairly: R20, R21, R29. */
public final class WithdrawalDecider {
    private WithdrawalDecider() {}

    public static Decision<WithdrawalEvent> decide(
            WithdrawalCommand command, Context context, Policy policy, Withdrawal withdrawal) {
        if (withdrawal instanceof Withdrawal.Withdrawn withdrawn) {
            return refused(Refusal.budgetWithdrawn(withdrawn.lastDay()));
        }
        return switch (command) {
            case RaiseConcern c -> raise(c, context, withdrawal);
            case OfferSupport c ->
                step(WithdrawalStep.OFFER_SUPPORT, c.effectiveOn(), c.urgent(), withdrawal)
                        .orElseGet(() -> accepted(new SupportOffered(c.support(), c.urgent(), c.effectiveOn())));
            case IssueWarning c ->
                step(WithdrawalStep.ISSUE_WARNING, c.effectiveOn(), c.urgent(), withdrawal)
                        .orElseGet(() -> accepted(new WarningIssued(c.warning(), c.urgent(), c.effectiveOn())));
            case HoldWithdrawalReview c ->
                step(WithdrawalStep.HOLD_REVIEW, c.effectiveOn(), c.urgent(), withdrawal)
                        .orElseGet(() -> accepted(new WithdrawalReviewHeld(c.findings(), c.urgent(), c.effectiveOn())));
            case IssueWithdrawalNotice c ->
                step(WithdrawalStep.ISSUE_NOTICE, c.effectiveOn(), c.urgent(), withdrawal)
                        .orElseGet(() -> giveNotice(c, policy));
            case ArrangeAlternative c -> accepted(new AlternativeArranged(c.alternative(), c.effectiveOn()));
            case WithdrawBudget c ->
                step(WithdrawalStep.WITHDRAW, c.effectiveOn(), c.urgent(), withdrawal)
                        .orElseGet(() -> withdraw(c, context, withdrawal));
        };
    }

    /** A new concern starts the steps again; once notice is given it is too late for that. */
    private static Decision<WithdrawalEvent> raise(RaiseConcern c, Context context, Withdrawal withdrawal) {
        return withdrawal instanceof Withdrawal.UnderNotice
                ? refused(Refusal.alreadyDone("Notice of withdrawal has been given already."))
                : accepted(new ConcernRaised(c.concern(), context.actor().id(), c.urgent(), c.effectiveOn()));
    }

    /** R20: why a step may not be taken yet; nothing when it may. */
    private static Optional<Decision<WithdrawalEvent>> step(
            WithdrawalStep step, LocalDate on, @Nullable Urgency urgent, Withdrawal withdrawal) {
        var next = nextStep(withdrawal);
        if (step.compareTo(next) < 0) {
            return Optional.of(refused(Refusal.alreadyDone("That step has been taken: the next is " + next + ".")));
        }
        if (step != next) {
            var missing = Arrays.stream(WithdrawalStep.values())
                    .filter(other -> other.compareTo(next) >= 0 && other.compareTo(step) < 0)
                    .toList();
            return Optional.of(refused(new Refusal.StepsIncomplete(missing, null)));
        }
        var before = lastStepOn(withdrawal);
        if (on.isBefore(before) || (on.isEqual(before) && urgent == null)) {
            var earliest = urgent == null ? before.plusDays(1) : before;
            return Optional.of(refused(new Refusal.StepsIncomplete(List.of(), earliest)));
        }
        return Optional.empty();
    }

    private static WithdrawalStep nextStep(Withdrawal withdrawal) {
        return switch (withdrawal) {
            case Withdrawal.NotRaised _ -> WithdrawalStep.RAISE_CONCERN;
            case Withdrawal.Underway w ->
                Arrays.stream(WithdrawalStep.values())
                        .filter(step -> step.compareTo(w.last()) > 0)
                        .findFirst()
                        .orElseThrow();
            case Withdrawal.UnderNotice _, Withdrawal.Withdrawn _ -> WithdrawalStep.WITHDRAW;
        };
    }

    private static LocalDate lastStepOn(Withdrawal withdrawal) {
        return switch (withdrawal) {
            case Withdrawal.NotRaised _ -> LocalDate.MIN;
            case Withdrawal.Underway w -> w.on();
            case Withdrawal.UnderNotice w -> w.on();
            case Withdrawal.Withdrawn w -> w.lastDay();
        };
    }

    private static Decision<WithdrawalEvent> giveNotice(IssueWithdrawalNotice c, Policy policy) {
        var windowEnds = CivilDates.windowEnd(c.effectiveOn(), policy.noticeDays());
        var lastDay = c.lastDay() == null ? windowEnds : c.lastDay();
        return lastDay.isBefore(windowEnds)
                ? refused(new Refusal.NoticeTooShort(windowEnds))
                : accepted(new WithdrawalNoticeIssued(c.reason(), lastDay, c.urgent(), c.effectiveOn()));
    }

    private static Decision<WithdrawalEvent> withdraw(WithdrawBudget c, Context context, Withdrawal withdrawal) {
        if (!(withdrawal instanceof Withdrawal.UnderNotice(var _, var lastDay, var raisedBy, var alternative))) {
            throw new IllegalStateException("the steps were checked, yet there is no notice: "
                    + withdrawal.getClass().getSimpleName());
        }
        if (raisedBy.equals(context.actor().id())) {
            return refused(new Refusal.SegregationOfDuties(raisedBy, "raised the concern"));
        }
        var startsBy = lastDay.plusDays(1);
        if (alternative == null || alternative.startsOn().isAfter(startsBy)) {
            return refused(Refusal.alternativeNotArranged(startsBy));
        }
        // What a notice holds back is allowed from the day after it ends (domain §4), urgent or not.
        return c.effectiveOn().isAfter(lastDay)
                ? accepted(new BudgetWithdrawn(c.reason(), lastDay, alternative, c.urgent(), c.effectiveOn()))
                : refused(new Refusal.StepsIncomplete(List.of(), startsBy));
    }
}
