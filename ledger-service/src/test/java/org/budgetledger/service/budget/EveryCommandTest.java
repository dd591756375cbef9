package org.budgetledger.service.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.budgetledger.service.given.History.deployed;
import static org.budgetledger.service.given.History.deployment;
import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.CARE_MANAGER;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.SOUTHVALE;
import static org.budgetledger.service.given.Known.TRUST;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.text;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.budgetledger.api.Actor;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.Fact;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.Role;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.budget.allocation.OpenBudget;
import org.budgetledger.api.budget.challenge.ChallengeDecision;
import org.budgetledger.api.budget.challenge.ChallengedDecision;
import org.budgetledger.api.budget.challenge.DecisionChallenged;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.suspension.PaymentsSuspended;
import org.budgetledger.api.budget.suspension.SuspendPayments;
import org.budgetledger.service.given.BudgetScenarios;
import org.budgetledger.service.given.Samples;
import org.budgetledger.service.store.Families;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every command to a budget, whatever it asks. */
class EveryCommandTest extends BudgetScenarios {
    private static final Actor FROM_ELSEWHERE = new Actor(SOUTHVALE, new ActorId("j.okafor"), Role.ALLOCATOR);

    static List<Class<? extends BudgetCommand>> facts() {
        return commands().filter(Fact.class::isAssignableFrom).toList();
    }

    static List<Class<? extends BudgetCommand>> commandsToAnOpenBudget() {
        return commands().filter(type -> type != OpenBudget.class).toList();
    }

    static List<Class<? extends BudgetCommand>> commandsToOneDeployment() {
        return commands()
                .filter(type -> Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getName().equals("deployment")))
                .toList();
    }

    private static Stream<Class<? extends BudgetCommand>> commands() {
        return Families.recordsOf(BudgetCommand.class).stream();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void a_fact_is_not_dated_in_the_future(Class<? extends BudgetCommand> type) {
        given(inControl())
                .when(Samples.full(type), CARE_MANAGER, on("2025-04-21"))
                .expectRefusal(Refusal.factInFuture(day("2025-04-22")));
    }

    @Test
    void the_future_begins_at_midnight_in_london_and_not_in_greenwich() {
        // 23:30 UTC on 21 Apr is half past midnight on the 22nd in London, so a fact of the 22nd has happened.
        var command = new ChallengeDecision(
                COMMAND, AMARA, item("challenge"), ChallengedDecision.SUM, text("Too little"), day("2025-04-22"));
        given(inControl())
                .when(command, CARE_MANAGER, Instant.parse("2025-04-21T23:30:00Z"))
                .expectEvents(new DecisionChallenged(
                        command.challengeId(), command.decision(), command.grounds(), command.effectiveOn()));
        given(inControl())
                .when(command, CARE_MANAGER, Instant.parse("2025-04-21T22:59:59Z"))
                .expectRefusal("FACT_IN_FUTURE");
    }

    @Test
    void a_decision_may_be_dated_in_the_future() {
        given(inControl())
                .when(
                        new SuspendPayments(COMMAND, AMARA, text("In hospital"), day("2025-06-02")),
                        CARE_MANAGER,
                        on("2025-04-22"))
                .expectEvents(new PaymentsSuspended(text("In hospital"), day("2025-06-02")));
    }

    @ParameterizedTest
    @MethodSource("commandsToAnOpenBudget")
    void nothing_is_done_to_a_budget_that_is_not_open(Class<? extends BudgetCommand> type) {
        given().when(Samples.full(type), CARE_MANAGER, on("2025-04-22")).expectRefusal(Refusal.budgetNotFound(AMARA));
    }

    /** R31: to a fact dated in the future too, for any other answer would tell that the budget is there. */
    @ParameterizedTest
    @MethodSource("commandsToAnOpenBudget")
    void another_authority_cannot_tell_that_the_budget_exists(Class<? extends BudgetCommand> type) {
        given(inControl())
                .when(Samples.full(type), FROM_ELSEWHERE, on("2025-04-22"))
                .expectRefusal(Refusal.budgetNotFound(AMARA));
        given(inControl())
                .when(Samples.full(type), FROM_ELSEWHERE, on("2025-04-21"))
                .expectRefusal(Refusal.budgetNotFound(AMARA));
    }

    /** A budget with one deployment needs not say which; one with several must. */
    @ParameterizedTest
    @MethodSource("commandsToOneDeployment")
    void a_budget_with_several_deployments_must_say_which(Class<? extends BudgetCommand> type) {
        given(opened(), deployed(deployment(SELF, DegreeOfControl.SELF), deployment(TRUST, DegreeOfControl.TRUST)))
                .when(Samples.lacking(type, "deployment"), CARE_MANAGER, on("2025-04-22"))
                .expectRefusal(Refusal.deploymentRequired());
    }

    @ParameterizedTest
    @MethodSource("commandsToOneDeployment")
    void a_deployment_that_is_not_there_is_unknown(Class<? extends BudgetCommand> type) {
        given(opened(), deployed(deployment(TRUST, DegreeOfControl.TRUST)))
                .when(Samples.full(type), CARE_MANAGER, on("2025-04-22"))
                .expectRefusal(Refusal.unknownDeployment(SELF));
    }

    @Test
    void every_command_to_one_deployment_is_among_them() {
        // Counted in the contract: 5 control, 5 payment, 2 spending, 1 earmark, 1 transfer, 3 recovery.
        assertThat(commandsToOneDeployment()).hasSize(17);
    }

    @Test
    void every_fact_of_the_domain_is_among_them() {
        // Counted in the contract: 2 allocation, 1 challenge, 3 control, 5 payment, 2 spending, 5 withdrawal, 3 review,
        // 1
        // recovery, 1 ending.
        assertThat(facts()).hasSize(23);
    }
}
