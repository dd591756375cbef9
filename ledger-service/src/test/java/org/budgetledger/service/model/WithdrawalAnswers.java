package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.budgetledger.api.Actor;
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
import org.budgetledger.api.budget.withdrawal.WithdrawalNoticeIssued;
import org.budgetledger.api.budget.withdrawal.WithdrawalReviewHeld;
import org.budgetledger.api.budget.withdrawal.WithdrawalStep;
import org.jspecify.annotations.Nullable;

/** Taking a budget away: R20, R21, R29. The steps are a list of dates. */
final class WithdrawalAnswers {
    private record Step(WithdrawalStep step, LocalDate on, Actor by) {}

    private WithdrawalAnswers() {}

    static void answer(WithdrawalCommand command, Actor actor, ModelBudget budget, Answer answer) {
        answer.refuseIf(lastDay(budget) != null, "BUDGET_WITHDRAWN");
        switch (command) {
            case RaiseConcern c -> {
                answer.refuseIf(taken(budget, WithdrawalStep.ISSUE_NOTICE), "ALREADY_DONE");
                answer.happened(budget.id, new ConcernRaised(c.concern(), actor.id(), c.urgent(), c.effectiveOn()));
            }
            case OfferSupport c -> {
                inOrder(WithdrawalStep.OFFER_SUPPORT, c.effectiveOn(), c.urgent(), budget, answer);
                answer.happened(budget.id, new SupportOffered(c.support(), c.urgent(), c.effectiveOn()));
            }
            case IssueWarning c -> {
                inOrder(WithdrawalStep.ISSUE_WARNING, c.effectiveOn(), c.urgent(), budget, answer);
                answer.happened(budget.id, new WarningIssued(c.warning(), c.urgent(), c.effectiveOn()));
            }
            case HoldWithdrawalReview c -> {
                inOrder(WithdrawalStep.HOLD_REVIEW, c.effectiveOn(), c.urgent(), budget, answer);
                answer.happened(budget.id, new WithdrawalReviewHeld(c.findings(), c.urgent(), c.effectiveOn()));
            }
            case IssueWithdrawalNotice c -> {
                inOrder(WithdrawalStep.ISSUE_NOTICE, c.effectiveOn(), c.urgent(), budget, answer);
                var windowEnds = c.effectiveOn().plusDays(ModelRules.NOTICE_DAYS - 1);
                var lastDay = Objects.requireNonNullElse(c.lastDay(), windowEnds);
                answer.refuseIf(lastDay.isBefore(windowEnds), new Why("NOTICE_TOO_SHORT", "earliest " + windowEnds));
                answer.happened(
                        budget.id, new WithdrawalNoticeIssued(c.reason(), lastDay, c.urgent(), c.effectiveOn()));
            }
            case ArrangeAlternative c ->
                answer.happened(budget.id, new AlternativeArranged(c.alternative(), c.effectiveOn()));
            case WithdrawBudget c -> withdraw(c, actor, budget, answer);
        }
    }

    /** R20: the missing steps by name, or the day on which this one may be taken. */
    private static void inOrder(
            WithdrawalStep step, LocalDate on, @Nullable Urgency urgent, ModelBudget budget, Answer answer) {
        var missing = new ArrayList<WithdrawalStep>();
        for (var earlier : WithdrawalStep.values()) {
            if (earlier.compareTo(step) < 0 && !taken(budget, earlier)) {
                missing.add(earlier);
            }
        }
        answer.refuseIf(!missing.isEmpty(), new Why("STEPS_INCOMPLETE", missing + " null"));
        answer.refuseIf(taken(budget, step), "ALREADY_DONE");
        if (missing.isEmpty() && !taken(budget, step)) {
            var notBefore = steps(budget).getLast().on().plusDays(urgent == null ? 1 : 0);
            answer.refuseIf(on.isBefore(notBefore), new Why("STEPS_INCOMPLETE", "[] " + notBefore));
        }
    }

    private static void withdraw(WithdrawBudget c, Actor actor, ModelBudget budget, Answer answer) {
        inOrder(WithdrawalStep.WITHDRAW, c.effectiveOn(), c.urgent(), budget, answer);
        var notice = budget.last(IssueWithdrawalNotice.class);
        var alternative = budget.last(ArrangeAlternative.class);
        if (notice == null || !taken(budget, WithdrawalStep.ISSUE_NOTICE)) {
            return;
        }
        var lastDay = lastDayOf(notice);
        answer.refuseIf(!c.effectiveOn().isAfter(lastDay), new Why("STEPS_INCOMPLETE", "[] " + lastDay.plusDays(1)));
        answer.refuseIf(steps(budget).getFirst().by().id().equals(actor.id()), "SEGREGATION_OF_DUTIES");
        var arranged =
                alternative != null && !alternative.alternative().startsOn().isAfter(lastDay.plusDays(1));
        answer.refuseIf(!arranged, "ALTERNATIVE_NOT_ARRANGED");
        if (alternative != null) {
            answer.happened(
                    budget.id,
                    new BudgetWithdrawn(c.reason(), lastDay, alternative.alternative(), c.urgent(), c.effectiveOn()));
        }
    }

    static LocalDate lastDayOf(IssueWithdrawalNotice notice) {
        return Objects.requireNonNullElse(notice.lastDay(), notice.effectiveOn().plusDays(ModelRules.NOTICE_DAYS - 1));
    }

    /** The budget's last day; none unless it was withdrawn. */
    static @Nullable LocalDate lastDay(ModelBudget budget) {
        var notice = budget.last(IssueWithdrawalNotice.class);
        return notice == null || budget.last(WithdrawBudget.class) == null ? null : lastDayOf(notice);
    }

    /** Whether the budget's last day lies before a day. */
    static boolean endedBefore(ModelBudget budget, LocalDate day) {
        var lastDay = lastDay(budget);
        return lastDay != null && day.isAfter(lastDay);
    }

    private static boolean taken(ModelBudget budget, WithdrawalStep step) {
        return steps(budget).stream().anyMatch(each -> each.step() == step);
    }

    /** The steps since the latest concern. */
    private static List<Step> steps(ModelBudget budget) {
        var steps = new ArrayList<Step>();
        for (var each : budget.done) {
            if (each.command() instanceof WithdrawalCommand command) {
                switch (command) {
                    case RaiseConcern c -> {
                        steps.clear();
                        steps.add(new Step(WithdrawalStep.RAISE_CONCERN, c.effectiveOn(), each.actor()));
                    }
                    case OfferSupport c ->
                        steps.add(new Step(WithdrawalStep.OFFER_SUPPORT, c.effectiveOn(), each.actor()));
                    case IssueWarning c ->
                        steps.add(new Step(WithdrawalStep.ISSUE_WARNING, c.effectiveOn(), each.actor()));
                    case HoldWithdrawalReview c ->
                        steps.add(new Step(WithdrawalStep.HOLD_REVIEW, c.effectiveOn(), each.actor()));
                    case IssueWithdrawalNotice c ->
                        steps.add(new Step(WithdrawalStep.ISSUE_NOTICE, c.effectiveOn(), each.actor()));
                    case WithdrawBudget c ->
                        steps.add(new Step(WithdrawalStep.WITHDRAW, c.effectiveOn(), each.actor()));
                    case ArrangeAlternative _ -> {}
                }
            }
        }
        return steps;
    }
}
