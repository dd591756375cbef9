package org.budgetledger.service.budget.review;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.review.AssessOutcome;
import org.budgetledger.api.budget.review.HoldReview;
import org.budgetledger.api.budget.review.LearningShared;
import org.budgetledger.api.budget.review.OutcomeAssessed;
import org.budgetledger.api.budget.review.ReviewCommand;
import org.budgetledger.api.budget.review.ReviewEvent;
import org.budgetledger.api.budget.review.ReviewHeld;
import org.budgetledger.api.budget.review.ShareLearning;
import org.budgetledger.service.budget.plan.Plan;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.Policy;

/** Step 7. Only a held review moves the date of the next (R27). */
public final class ReviewDecider {
    private ReviewDecider() {}

    public static Decision<ReviewEvent> decide(ReviewCommand command, Policy policy, Reviews reviews, Plan plan) {
        return switch (command) {
            case HoldReview c when reviews.ids().contains(c.reviewId()) -> refused(Refusal.idInUse(c.reviewId()));
            case HoldReview c ->
                accepted(new ReviewHeld(
                        c.reviewId(),
                        c.okay(),
                        c.saidBy(),
                        c.summary(),
                        c.effectiveOn(),
                        c.effectiveOn().plusMonths(policy.laterReviewMonths())));
            case AssessOutcome c
            when !plan.outcomes().contains(c.outcomeId()) -> refused(Refusal.unknownItem(c.outcomeId()));
            case AssessOutcome c ->
                accepted(new OutcomeAssessed(c.outcomeId(), c.result(), c.saidBy(), c.inTheirWords(), c.effectiveOn()));
            case ShareLearning c
            when reviews.ids().contains(c.learningId()) -> refused(Refusal.idInUse(c.learningId()));
            case ShareLearning c ->
                accepted(new LearningShared(c.learningId(), c.saidBy(), c.learning(), c.effectiveOn()));
        };
    }
}
