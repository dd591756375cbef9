package org.budgetledger.service.model;

import java.time.LocalDate;
import org.budgetledger.api.budget.allocation.NotifyAllocation;
import org.budgetledger.api.budget.challenge.AnswerChallenge;
import org.budgetledger.api.budget.challenge.ChallengeAnswered;
import org.budgetledger.api.budget.challenge.ChallengeCommand;
import org.budgetledger.api.budget.challenge.ChallengeDecision;
import org.budgetledger.api.budget.challenge.DecisionChallenged;
import org.budgetledger.api.budget.plan.AgreePlan;
import org.budgetledger.api.budget.plan.PlanAgreed;
import org.budgetledger.api.budget.plan.PlanCommand;
import org.budgetledger.api.budget.plan.PlanRevised;
import org.budgetledger.api.budget.plan.RevisePlan;
import org.budgetledger.api.budget.plan.SupportPlan;
import org.budgetledger.api.budget.review.AssessOutcome;
import org.budgetledger.api.budget.review.HoldReview;
import org.budgetledger.api.budget.review.LearningShared;
import org.budgetledger.api.budget.review.OutcomeAssessed;
import org.budgetledger.api.budget.review.ReviewCommand;
import org.budgetledger.api.budget.review.ReviewHeld;
import org.budgetledger.api.budget.review.ShareLearning;
import org.budgetledger.api.budget.suspension.PaymentsResumed;
import org.budgetledger.api.budget.suspension.PaymentsSuspended;
import org.budgetledger.api.budget.suspension.ResumePayments;
import org.budgetledger.api.budget.suspension.SuspendPayments;
import org.budgetledger.api.budget.suspension.SuspensionCommand;
import org.jspecify.annotations.Nullable;

/** What happens around the money: the plan, disagreement, suspension and review (R7, R27). */
final class LifeAnswers {
    private LifeAnswers() {}

    static void answer(PlanCommand command, ModelBudget budget, Answer answer) {
        switch (command) {
            case AgreePlan c -> {
                answer.refuseIf(budget.all(NotifyAllocation.class).isEmpty(), "ALLOCATION_NOT_NOTIFIED");
                answer.refuseIf(plan(budget) != null, "ALREADY_DONE");
                answer.happened(budget.id, new PlanAgreed(c.plan(), c.route(), c.effectiveOn()));
            }
            case RevisePlan c -> {
                answer.refuseIf(plan(budget) == null, "PLAN_NOT_AGREED");
                answer.happened(budget.id, new PlanRevised(c.plan(), c.route(), c.reason(), c.effectiveOn()));
            }
        }
    }

    /** The plan as it stands; none before one is agreed. */
    static @Nullable SupportPlan plan(ModelBudget budget) {
        var revised = budget.last(RevisePlan.class);
        var agreed = budget.last(AgreePlan.class);
        return revised != null ? revised.plan() : agreed != null ? agreed.plan() : null;
    }

    static void answer(ChallengeCommand command, ModelBudget budget, Answer answer) {
        switch (command) {
            case ChallengeDecision c -> {
                answer.refuseIf(
                        budget.all(ChallengeDecision.class).stream()
                                .anyMatch(other -> other.challengeId().equals(c.challengeId())),
                        "ID_IN_USE");
                answer.happened(
                        budget.id, new DecisionChallenged(c.challengeId(), c.decision(), c.grounds(), c.effectiveOn()));
            }
            case AnswerChallenge c -> {
                answer.refuseIf(
                        budget.all(ChallengeDecision.class).stream()
                                .noneMatch(other -> other.challengeId().equals(c.challengeId())),
                        "UNKNOWN_ITEM");
                answer.refuseIf(
                        budget.all(AnswerChallenge.class).stream()
                                .anyMatch(other -> other.challengeId().equals(c.challengeId())),
                        "ALREADY_DONE");
                answer.happened(
                        budget.id, new ChallengeAnswered(c.challengeId(), c.outcome(), c.answer(), c.effectiveOn()));
            }
        }
    }

    static void answer(SuspensionCommand command, ModelBudget budget, Answer answer) {
        var spans = budget.all(SuspensionCommand.class);
        var last = spans.isEmpty() ? null : spans.getLast();
        switch (command) {
            case SuspendPayments c -> {
                answer.refuseIf(last instanceof SuspendPayments, "PAYMENTS_SUSPENDED");
                answer.refuseIf(
                        last instanceof ResumePayments resumed
                                && c.effectiveOn().isBefore(resumed.effectiveOn()),
                        "OUT_OF_ORDER");
                answer.happened(budget.id, new PaymentsSuspended(c.reason(), c.effectiveOn()));
            }
            case ResumePayments c -> {
                answer.refuseIf(!(last instanceof SuspendPayments), "NOT_SUSPENDED");
                answer.refuseIf(
                        last instanceof SuspendPayments suspended
                                && c.effectiveOn().isBefore(suspended.effectiveOn()),
                        "OUT_OF_ORDER");
                answer.happened(budget.id, new PaymentsResumed(c.reason(), c.effectiveOn()));
            }
        }
    }

    /** Whether any day of a span is suspended, day by day. */
    static boolean suspendedOn(ModelBudget budget, LocalDate from, LocalDate to) {
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (budget.book().suspended(day)) {
                return true;
            }
        }
        return false;
    }

    static void answer(ReviewCommand command, ModelBudget budget, Answer answer) {
        switch (command) {
            case HoldReview c -> {
                answer.refuseIf(
                        budget.all(HoldReview.class).stream()
                                .anyMatch(other -> other.reviewId().equals(c.reviewId())),
                        "ID_IN_USE");
                answer.happened(
                        budget.id,
                        new ReviewHeld(
                                c.reviewId(),
                                c.okay(),
                                c.saidBy(),
                                c.summary(),
                                c.effectiveOn(),
                                c.effectiveOn().plusMonths(ModelRules.MONTHS_BETWEEN_REVIEWS)));
            }
            case AssessOutcome c -> {
                var plan = plan(budget);
                answer.refuseIf(
                        plan == null
                                || plan.outcomes().stream()
                                        .noneMatch(
                                                outcome -> outcome.outcomeId().equals(c.outcomeId())),
                        "UNKNOWN_ITEM");
                answer.happened(
                        budget.id,
                        new OutcomeAssessed(c.outcomeId(), c.result(), c.saidBy(), c.inTheirWords(), c.effectiveOn()));
            }
            case ShareLearning c -> {
                answer.refuseIf(
                        budget.all(ShareLearning.class).stream()
                                .anyMatch(other -> other.learningId().equals(c.learningId())),
                        "ID_IN_USE");
                answer.happened(
                        budget.id, new LearningShared(c.learningId(), c.saidBy(), c.learning(), c.effectiveOn()));
            }
        }
    }
}
