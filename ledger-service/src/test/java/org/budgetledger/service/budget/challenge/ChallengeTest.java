package org.budgetledger.service.budget.challenge;

import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.Known.ALLOCATOR;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.HOLDER;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.text;

import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.challenge.AnswerChallenge;
import org.budgetledger.api.budget.challenge.ChallengeAnswered;
import org.budgetledger.api.budget.challenge.ChallengeDecision;
import org.budgetledger.api.budget.challenge.ChallengeOutcome;
import org.budgetledger.api.budget.challenge.ChallengedDecision;
import org.budgetledger.api.budget.challenge.DecisionChallenged;
import org.budgetledger.service.given.BudgetScenarios;
import org.junit.jupiter.api.Test;

/** Any decision about a person can be challenged, and each challenge is answered once. */
class ChallengeTest extends BudgetScenarios {
    private static final DecisionChallenged CHALLENGED = new DecisionChallenged(
            item("challenge"), ChallengedDecision.SUM, text("It does not cover nights"), day("2025-04-22"));
    private static final ChallengeAnswered ANSWERED = new ChallengeAnswered(
            item("challenge"), ChallengeOutcome.PARTLY_UPHELD, text("Two nights added"), day("2025-05-06"));

    @Test
    void a_person_challenges_the_sum() {
        given(opened()).when(challenge(), HOLDER, on("2025-04-22")).expectEvents(CHALLENGED);
    }

    @Test
    void a_challenge_s_id_names_one_challenge() {
        given(opened(), CHALLENGED)
                .when(challenge(), HOLDER, on("2025-04-22"))
                .expectRefusal(Refusal.idInUse(item("challenge")));
    }

    @Test
    void a_challenge_is_answered() {
        given(opened(), CHALLENGED).when(answer(), ALLOCATOR, on("2025-05-06")).expectEvents(ANSWERED);
    }

    @Test
    void a_challenge_that_nobody_made_is_not_answered() {
        given(opened())
                .when(answer(), ALLOCATOR, on("2025-05-06"))
                .expectRefusal(Refusal.unknownItem(item("challenge")));
    }

    @Test
    void a_challenge_is_answered_once() {
        given(opened(), CHALLENGED, ANSWERED)
                .when(answer(), ALLOCATOR, on("2025-05-07"))
                .expectRefusal("ALREADY_DONE");
    }

    private static ChallengeDecision challenge() {
        return new ChallengeDecision(
                COMMAND,
                AMARA,
                item("challenge"),
                ChallengedDecision.SUM,
                text("It does not cover nights"),
                day("2025-04-22"));
    }

    private static AnswerChallenge answer() {
        return new AnswerChallenge(
                COMMAND,
                AMARA,
                item("challenge"),
                ChallengeOutcome.PARTLY_UPHELD,
                text("Two nights added"),
                day("2025-05-06"));
    }
}
