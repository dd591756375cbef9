package org.budgetledger.service.budget.transfer;

import static org.budgetledger.service.given.History.deployed;
import static org.budgetledger.service.given.History.deployment;
import static org.budgetledger.service.given.History.holding;
import static org.budgetledger.service.given.History.line;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.History.paid;
import static org.budgetledger.service.given.Known.ALLOCATOR;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.CARE_MANAGER;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.PROVIDER;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.TRUST;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.text;

import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Reference;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.transfer.MoveBetweenDeployments;
import org.budgetledger.api.budget.transfer.MovedBetweenDeployments;
import org.budgetledger.api.budget.transfer.TransferBetweenStreams;
import org.budgetledger.api.budget.transfer.TransferredBetweenStreams;
import org.budgetledger.service.given.BudgetScenarios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Moving money within a budget: R11. */
class TransferTest extends BudgetScenarios {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;
    private static final FundingStream HEALTH = FundingStream.HEALTH;
    private static final Reference AGREEMENT = new Reference("s75-2025/17");

    @Test
    void money_moves_to_another_deployment() {
        given(twoDeployments())
                .when(move(SELF, TRUST, "240.00"), CARE_MANAGER, on("2025-04-22"))
                .expectEvents(moved("240.00"));
    }

    @Test
    void no_more_moves_than_is_free() {
        given(twoDeployments())
                .when(move(SELF, TRUST, "240.01"), CARE_MANAGER, on("2025-04-22"))
                .expectRefusal(new Refusal.InsufficientFunds(money("240.00"), money("0.01"), null));
    }

    @Test
    void money_moves_between_deployments_that_are_there() {
        given(twoDeployments())
                .when(move(PROVIDER, TRUST, "40.00"), CARE_MANAGER, on("2025-04-22"))
                .expectRefusal(Refusal.unknownDeployment(PROVIDER));
        given(twoDeployments())
                .when(move(SELF, PROVIDER, "40.00"), CARE_MANAGER, on("2025-04-22"))
                .expectRefusal(Refusal.unknownDeployment(PROVIDER));
    }

    @Test
    void money_goes_back_to_what_the_authority_manages() {
        given(twoDeployments())
                .when(move(SELF, DeploymentId.AUTHORITY, "40.00"), CARE_MANAGER, on("2025-04-22"))
                .expectEvents(new MovedBetweenDeployments(
                        entry("move"),
                        SELF,
                        DeploymentId.AUTHORITY,
                        CARE,
                        gbp("40.00"),
                        text("She asked the trust to hold it"),
                        day("2025-04-22")));
    }

    @Test
    void a_move_s_id_names_one_entry() {
        given(twoDeployments(), moved("40.00"))
                .when(move(SELF, TRUST, "40.00"), CARE_MANAGER, on("2025-04-22"))
                .expectRefusal(Refusal.idInUse(entry("move")));
    }

    @Test
    void what_was_moved_is_with_the_other_deployment_and_no_longer_with_this() {
        given(twoDeployments(), moved("100.00"))
                .when(
                        new MoveBetweenDeployments(
                                COMMAND,
                                AMARA,
                                entry("back"),
                                TRUST,
                                SELF,
                                CARE,
                                gbp("100.01"),
                                text("Back"),
                                day("2025-04-22")),
                        CARE_MANAGER,
                        on("2025-04-22"))
                .expectRefusal(new Refusal.InsufficientFunds(money("100.00"), money("0.01"), null));
        given(twoDeployments(), moved("100.00"))
                .when(
                        new MoveBetweenDeployments(
                                COMMAND,
                                AMARA,
                                entry("again"),
                                SELF,
                                TRUST,
                                CARE,
                                gbp("140.01"),
                                text("Again"),
                                day("2025-04-22")),
                        CARE_MANAGER,
                        on("2025-04-22"))
                .expectRefusal(new Refusal.InsufficientFunds(money("140.00"), money("0.01"), null));
    }

    @Test
    void money_crosses_between_streams_under_an_agreement_of_their_funders() {
        given(holding(line(CARE, "240.00")))
                .when(transfer(AGREEMENT, "240.00"), ALLOCATOR, on("2025-04-22"))
                .expectEvents(transferred("240.00"));
    }

    @Test
    void money_does_not_cross_between_streams_without_an_agreement() {
        given(holding(line(CARE, "240.00")))
                .when(transfer(null, "40.00"), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(Refusal.agreementReferenceRequired());
    }

    @Test
    void no_more_crosses_than_is_free_on_its_own_stream() {
        given(holding(line(CARE, "240.00"), line(HEALTH, "500.00")))
                .when(transfer(AGREEMENT, "240.01"), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(new Refusal.InsufficientFunds(money("240.00"), money("0.01"), null));
    }

    @Test
    void a_transfer_s_id_names_one_entry() {
        given(holding(line(CARE, "240.00")), transferred("40.00"))
                .when(transfer(AGREEMENT, "40.00"), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(Refusal.idInUse(entry("transfer")));
    }

    private static List<BudgetEvent> twoDeployments() {
        return List.of(
                opened(),
                deployed(deployment(SELF, DegreeOfControl.SELF), deployment(TRUST, DegreeOfControl.TRUST)),
                paid("payment", SELF, line(CARE, "240.00")));
    }

    private static MoveBetweenDeployments move(DeploymentId from, DeploymentId to, String amount) {
        return new MoveBetweenDeployments(
                COMMAND,
                AMARA,
                entry("move"),
                from,
                to,
                CARE,
                gbp(amount),
                text("She asked the trust to hold it"),
                day("2025-04-22"));
    }

    private static MovedBetweenDeployments moved(String amount) {
        return new MovedBetweenDeployments(
                entry("move"),
                SELF,
                TRUST,
                CARE,
                gbp(amount),
                text("She asked the trust to hold it"),
                day("2025-04-22"));
    }

    private static TransferBetweenStreams transfer(@Nullable Reference agreement, String amount) {
        return new TransferBetweenStreams(
                COMMAND,
                AMARA,
                entry("transfer"),
                null,
                CARE,
                HEALTH,
                gbp(amount),
                agreement,
                text("Joint package"),
                day("2025-04-22"));
    }

    private static TransferredBetweenStreams transferred(String amount) {
        return new TransferredBetweenStreams(
                entry("transfer"),
                SELF,
                CARE,
                HEALTH,
                gbp(amount),
                AGREEMENT,
                text("Joint package"),
                day("2025-04-22"));
    }
}
