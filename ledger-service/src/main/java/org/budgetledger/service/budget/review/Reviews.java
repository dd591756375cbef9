package org.budgetledger.service.budget.review;

import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.review.LearningShared;
import org.budgetledger.api.budget.review.OutcomeAssessed;
import org.budgetledger.api.budget.review.ReviewEvent;
import org.budgetledger.api.budget.review.ReviewHeld;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/** The reviews and the learning there are. */
public record Reviews(PSet<ItemId> ids) {
    public static final Reviews NONE = new Reviews(HashTreePSet.empty());

    public Reviews evolve(ReviewEvent event) {
        return switch (event) {
            case ReviewHeld e -> new Reviews(ids.plus(e.reviewId()));
            case OutcomeAssessed _ -> this;
            case LearningShared e -> new Reviews(ids.plus(e.learningId()));
        };
    }
}
