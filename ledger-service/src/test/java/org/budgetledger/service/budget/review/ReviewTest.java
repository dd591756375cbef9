package org.budgetledger.service.budget.review;

import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.History.plan;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.CARE_MANAGER;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.text;

import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.plan.AgreementRoute;
import org.budgetledger.api.budget.plan.PlanRevised;
import org.budgetledger.api.budget.review.AssessOutcome;
import org.budgetledger.api.budget.review.HoldReview;
import org.budgetledger.api.budget.review.LearningShared;
import org.budgetledger.api.budget.review.Okay;
import org.budgetledger.api.budget.review.OutcomeAssessed;
import org.budgetledger.api.budget.review.OutcomeResult;
import org.budgetledger.api.budget.review.ReviewHeld;
import org.budgetledger.api.budget.review.Said;
import org.budgetledger.api.budget.review.ShareLearning;
import org.budgetledger.service.given.BudgetScenarios;
import org.junit.jupiter.api.Test;

/** Step 7: R27. */
class ReviewTest extends BudgetScenarios {
    @Test
    void a_held_review_puts_the_next_one_within_twelve_months() {
        given(opened())
                .when(review("2025-10-06"), CARE_MANAGER, on("2025-10-06"))
                .expectEvents(held("2025-10-06", "2026-10-06"));
    }

    @Test
    void twelve_months_from_the_last_day_of_february_in_a_leap_year_is_the_28th() {
        given(opened())
                .when(review("2028-02-29"), CARE_MANAGER, on("2028-03-01"))
                .expectEvents(held("2028-02-29", "2029-02-28"));
    }

    @Test
    void a_review_s_id_names_one_review() {
        given(opened(), held("2025-10-06", "2026-10-06"))
                .when(review("2025-10-07"), CARE_MANAGER, on("2025-10-07"))
                .expectRefusal(Refusal.idInUse(item("review")));
    }

    @Test
    void an_outcome_of_the_plan_is_assessed() {
        given(inControl())
                .when(assess("outcome"), CARE_MANAGER, on("2025-10-06"))
                .expectEvents(new OutcomeAssessed(
                        item("outcome"),
                        OutcomeResult.PARTLY,
                        Said.HOLDER,
                        text("I paint on Tuesdays"),
                        day("2025-10-06")));
    }

    @Test
    void an_outcome_that_the_plan_does_not_have_is_not_assessed() {
        given(inControl())
                .when(assess("another outcome"), CARE_MANAGER, on("2025-10-06"))
                .expectRefusal(Refusal.unknownItem(item("another outcome")));
    }

    @Test
    void an_outcome_that_a_revision_took_out_of_the_plan_is_not_assessed() {
        given(
                        inControl(),
                        new PlanRevised(
                                plan("another outcome"),
                                AgreementRoute.DELEGATED,
                                text("She found a choir"),
                                day("2025-06-02")))
                .when(assess("outcome"), CARE_MANAGER, on("2025-10-06"))
                .expectRefusal(Refusal.unknownItem(item("outcome")));
    }

    @Test
    void learning_is_shared() {
        given(opened()).when(share(), CARE_MANAGER, on("2025-10-06")).expectEvents(shared());
    }

    @Test
    void what_was_learned_is_shared_once() {
        given(opened(), shared())
                .when(share(), CARE_MANAGER, on("2025-10-06"))
                .expectRefusal(Refusal.idInUse(item("learning")));
    }

    private static HoldReview review(String on) {
        return new HoldReview(
                COMMAND, AMARA, item("review"), Okay.MOSTLY, Said.HOLDER, text("Tired but glad"), day(on));
    }

    private static ReviewHeld held(String on, String next) {
        return new ReviewHeld(item("review"), Okay.MOSTLY, Said.HOLDER, text("Tired but glad"), day(on), day(next));
    }

    private static AssessOutcome assess(String outcome) {
        return new AssessOutcome(
                COMMAND,
                AMARA,
                item(outcome),
                OutcomeResult.PARTLY,
                Said.HOLDER,
                text("I paint on Tuesdays"),
                day("2025-10-06"));
    }

    private static ShareLearning share() {
        return new ShareLearning(
                COMMAND, AMARA, item("learning"), Said.PROVIDER, text("Mornings suit her better"), day("2025-10-06"));
    }

    private static LearningShared shared() {
        return new LearningShared(item("learning"), Said.PROVIDER, text("Mornings suit her better"), day("2025-10-06"));
    }
}
