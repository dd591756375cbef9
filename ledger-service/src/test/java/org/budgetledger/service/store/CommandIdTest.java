package org.budgetledger.service.store;

import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.History.told;
import static org.budgetledger.service.given.Known.ALLOCATOR;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.HOLDER;
import static org.budgetledger.service.given.Known.PERSON;
import static org.budgetledger.service.given.Known.SOUTHVALE;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.budgetledger.api.Actor;
import org.budgetledger.api.CommandAnswer;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.allocation.OpenBudget;
import org.budgetledger.api.budget.challenge.ChallengeDecision;
import org.budgetledger.api.budget.challenge.ChallengedDecision;
import org.budgetledger.api.budget.challenge.DecisionChallenged;
import org.budgetledger.service.given.BudgetScenarios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R1, R2: what a stream answers to a command that it has seen before, or that was decided on another version. */
class CommandIdTest extends BudgetScenarios {
    private static final CommandId FIRST = new CommandId("first-command-1");
    private static final DecisionChallenged CHALLENGED = new DecisionChallenged(
            item("challenge"), ChallengedDecision.SUM, text("It does not cover nights"), day("2025-04-01"));
    private static final ChallengeDecision CHALLENGE = new ChallengeDecision(
            FIRST,
            AMARA,
            item("challenge"),
            ChallengedDecision.SUM,
            text("It does not cover nights"),
            day("2025-04-01"));

    /** Given events are recorded at ten in London, nine in Greenwich. */
    private static final Instant RECORDED = Instant.parse("2025-04-01T09:00:00Z");

    @Test
    void the_same_command_gets_its_first_answer_again_and_nothing_new_happens() {
        given(opened(), recorded(CHALLENGED, FIRST, "digest-1", HOLDER), told())
                .when(CHALLENGE, envelope(HOLDER, "digest-1", null), on("2025-04-22"))
                .expectAnswerAndNothingNew(new CommandAnswer(
                        AMARA.value(),
                        2,
                        RECORDED,
                        List.of(new CommandAnswer.Happened(
                                2,
                                "DecisionChallenged",
                                Map.of(
                                        "challengeId", item("challenge").toString(),
                                        "decision", "SUM",
                                        "grounds", "It does not cover nights",
                                        "effectiveOn", "2025-04-01")))));
    }

    @Test
    void the_same_command_is_answered_whatever_version_it_was_decided_on() {
        given(opened(), recorded(CHALLENGED, FIRST, "digest-1", HOLDER), told())
                .when(CHALLENGE, envelope(HOLDER, "digest-1", 1L), on("2025-04-22"))
                .expectAnswered(2);
    }

    @Test
    void the_same_id_does_not_stand_for_another_command() {
        given(opened(), recorded(CHALLENGED, FIRST, "digest-1", HOLDER))
                .when(CHALLENGE, envelope(HOLDER, "digest-2", null), on("2025-04-22"))
                .expectRefusal(new Refusal.CommandIdReused(FIRST));
    }

    @Test
    void a_command_that_opened_the_budget_is_answered_again_rather_than_refused() {
        var open = new OpenBudget(FIRST, AMARA, PERSON, null, null, day("2025-04-01"));
        given(recorded(opened(), FIRST, "digest-1", ALLOCATOR))
                .when(open, envelope(ALLOCATOR, "digest-1", null), on("2025-04-22"))
                .expectAnswered(1);
    }

    @Test
    void to_another_authority_not_even_a_command_id_shows_that_the_budget_is_there() {
        var elsewhere = new Actor(SOUTHVALE, HOLDER.id(), HOLDER.role());
        given(opened(), recorded(CHALLENGED, FIRST, "digest-1", HOLDER))
                .when(CHALLENGE, envelope(elsewhere, "digest-2", 1L), on("2025-04-22"))
                .expectRefusal(Refusal.budgetNotFound(AMARA));
    }

    @Test
    void a_command_decided_on_another_version_is_stale() {
        given(opened(), told())
                .when(CHALLENGE, envelope(HOLDER, "digest-1", 1L), on("2025-04-22"))
                .expectRefusal(new Refusal.VersionStale(1, 2));
    }

    @Test
    void a_command_decided_on_the_stream_s_own_version_is_accepted() {
        given(opened(), told())
                .when(CHALLENGE, envelope(HOLDER, "digest-1", 2L), on("2025-04-22"))
                .expectEvents(CHALLENGED);
    }

    @Test
    void the_time_of_recording_never_goes_back_even_when_the_clock_does() {
        given(opened(), told())
                .when(CHALLENGE, envelope(HOLDER, "digest-1", null), on("2025-03-01"))
                .expectRecordedAt(RECORDED);
    }

    private static Envelope envelope(Actor actor, String digest, @Nullable Long expectedVersion) {
        return new Envelope(actor, FIRST, digest, expectedVersion);
    }
}
