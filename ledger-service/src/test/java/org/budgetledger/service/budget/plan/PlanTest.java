package org.budgetledger.service.budget.plan;

import static org.budgetledger.service.given.History.allocated;
import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.History.plan;
import static org.budgetledger.service.given.History.told;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.CARE_MANAGER;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.text;

import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.plan.AgreePlan;
import org.budgetledger.api.budget.plan.AgreementRoute;
import org.budgetledger.api.budget.plan.PlanAgreed;
import org.budgetledger.api.budget.plan.PlanRevised;
import org.budgetledger.api.budget.plan.RevisePlan;
import org.budgetledger.service.given.BudgetScenarios;
import org.junit.jupiter.api.Test;

/** Planning: R7. */
class PlanTest extends BudgetScenarios {
    @Test
    void a_plan_is_agreed_once_the_person_was_told_the_sum() {
        given(opened(), allocated(FundingStream.SOCIAL_CARE, "260.00", "2025-04-16"), told())
                .when(agree(), CARE_MANAGER, on("2025-04-22"))
                .expectEvents(new PlanAgreed(plan("outcome"), AgreementRoute.PANEL, day("2025-04-22")));
    }

    @Test
    void a_plan_is_not_agreed_before_the_person_was_told_the_sum() {
        given(opened(), allocated(FundingStream.SOCIAL_CARE, "260.00", "2025-04-16"))
                .when(agree(), CARE_MANAGER, on("2025-04-22"))
                .expectRefusal(Refusal.allocationNotNotified());
    }

    @Test
    void a_plan_that_is_agreed_is_revised_rather_than_agreed_again() {
        given(inControl()).when(agree(), CARE_MANAGER, on("2025-04-22")).expectRefusal("ALREADY_DONE");
    }

    @Test
    void a_plan_is_revised_with_a_reason() {
        given(inControl())
                .when(revise(), CARE_MANAGER, on("2025-06-02"))
                .expectEvents(new PlanRevised(
                        plan("another outcome"),
                        AgreementRoute.DELEGATED,
                        text("She found a choir"),
                        day("2025-06-02")));
    }

    @Test
    void there_is_nothing_to_revise_before_a_plan_is_agreed() {
        given(opened(), allocated(FundingStream.SOCIAL_CARE, "260.00", "2025-04-16"), told())
                .when(revise(), CARE_MANAGER, on("2025-06-02"))
                .expectRefusal(Refusal.planNotAgreed());
    }

    private static AgreePlan agree() {
        return new AgreePlan(COMMAND, AMARA, plan("outcome"), AgreementRoute.PANEL, day("2025-04-22"));
    }

    private static RevisePlan revise() {
        return new RevisePlan(
                COMMAND,
                AMARA,
                plan("another outcome"),
                AgreementRoute.DELEGATED,
                text("She found a choir"),
                day("2025-06-02"));
    }
}
