package org.budgetledger.service.budget.control;

import static org.budgetledger.service.given.History.deployed;
import static org.budgetledger.service.given.History.deployment;
import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.CARE_MANAGER;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.HOLDER;
import static org.budgetledger.service.given.Known.PERSON;
import static org.budgetledger.service.given.Known.PROVIDER;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.TRUST;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.person;
import static org.budgetledger.service.given.Known.text;
import static org.budgetledger.service.given.Settled.P1;
import static org.budgetledger.service.given.Settled.line;
import static org.budgetledger.service.given.Settled.overpaid;
import static org.budgetledger.service.given.Settled.paidFor;

import java.util.List;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.control.ChooseControl;
import org.budgetledger.api.budget.control.ControlChosen;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.control.SetDeployments;
import org.budgetledger.api.budget.control.Share;
import org.budgetledger.api.budget.entitlement.AdjustmentCause;
import org.budgetledger.service.given.BudgetScenarios;
import org.junit.jupiter.api.Test;

/** Choosing how much control to take, and the deployments that come of it. */
class DeploymentTest extends BudgetScenarios {
    private static final Deployment MINE = deployment(SELF, DegreeOfControl.SELF);

    @Test
    void a_person_says_how_much_control_they_want() {
        given(opened())
                .when(
                        new ChooseControl(
                                COMMAND,
                                AMARA,
                                List.of(DegreeOfControl.TRUST, DegreeOfControl.SELF),
                                text("My friends and me"),
                                day("2025-04-08")),
                        HOLDER,
                        on("2025-04-08"))
                .expectEvents(new ControlChosen(
                        List.of(DegreeOfControl.TRUST, DegreeOfControl.SELF),
                        text("My friends and me"),
                        day("2025-04-08")));
    }

    @Test
    void a_budget_is_deployed_as_a_mixture() {
        var mixture = List.of(
                new Deployment(
                        SELF, DegreeOfControl.SELF, PERSON, List.of(new Share(FundingStream.SOCIAL_CARE, 150)), null),
                new Deployment(
                        PROVIDER,
                        DegreeOfControl.PROVIDER_FUND,
                        person(2),
                        List.of(new Share(FundingStream.SOCIAL_CARE, 50)),
                        true));
        given(opened())
                .when(
                        new SetDeployments(COMMAND, AMARA, mixture, day("2025-04-07"), text("As agreed")),
                        CARE_MANAGER,
                        on("2025-04-08"))
                .expectEvents(new DeploymentsSet(mixture, day("2025-04-07"), text("As agreed")));
    }

    @Test
    void deployments_may_be_set_again_from_the_same_day_on() {
        given(opened(), deployed(MINE))
                .when(set("2025-04-01", MINE), CARE_MANAGER, on("2025-04-08"))
                .expectEvents(new DeploymentsSet(List.of(MINE), day("2025-04-01"), null));
    }

    @Test
    void deployments_are_not_set_from_before_those_that_are_set() {
        given(opened(), deployed(MINE))
                .when(set("2025-03-31", MINE), CARE_MANAGER, on("2025-04-08"))
                .expectRefusal("OUT_OF_ORDER");
    }

    @Test
    void a_deployment_keeps_its_degree_its_holder_and_whether_it_holds_money() {
        var fund = deployment(PROVIDER, DegreeOfControl.PROVIDER_FUND);
        for (var changed : List.of(
                deployment(PROVIDER, DegreeOfControl.AGENT),
                new Deployment(PROVIDER, DegreeOfControl.PROVIDER_FUND, person(2), null, null),
                new Deployment(PROVIDER, DegreeOfControl.PROVIDER_FUND, PERSON, null, true))) {
            given(opened(), deployed(fund))
                    .when(set("2025-05-05", changed), CARE_MANAGER, on("2025-04-08"))
                    .expectRefusal(Refusal.deploymentChanged(PROVIDER));
        }
    }

    @Test
    void a_deployment_that_was_left_keeps_them_too() {
        given(
                        opened(),
                        deployed(MINE),
                        new DeploymentsSet(List.of(deployment(TRUST, DegreeOfControl.TRUST)), day("2025-05-05"), null))
                .when(set("2025-06-02", deployment(SELF, DegreeOfControl.AGENT)), CARE_MANAGER, on("2025-05-08"))
                .expectRefusal(Refusal.deploymentChanged(SELF));
    }

    /** P1 at 100.00 a week: half of its last two weeks is the trust's, so 200.00 + 100.00 are due to the person. */
    @Test
    void days_that_were_paid_for_and_are_shared_with_another_deployment_are_overpaid() {
        var halves = new Deployment[] {MINE, deployment(TRUST, DegreeOfControl.TRUST)};
        given(inControl(), paidFor("P1", P1, "400.00"))
                .when(set("2025-04-21", halves), CARE_MANAGER, on("2025-04-22"))
                .expectEvents(
                        new DeploymentsSet(List.of(halves), day("2025-04-21"), null),
                        overpaid(
                                FundingStream.SOCIAL_CARE,
                                AdjustmentCause.DEPLOYMENTS_CHANGED,
                                "100.00",
                                "2025-04-22",
                                line("P1", P1, "400.00", "300.00", "100.00")));
    }

    private static SetDeployments set(String from, Deployment... deployments) {
        return new SetDeployments(COMMAND, AMARA, List.of(deployments), day(from), null);
    }
}
