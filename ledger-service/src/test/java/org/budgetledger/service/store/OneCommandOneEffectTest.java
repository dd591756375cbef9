package org.budgetledger.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.Together;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R2, on the running ledger: whatever the number of times and of threads, a command has one effect and one answer. */
class OneCommandOneEffectTest {
    private static final String SPEND = """
            {"stream": "SOCIAL_CARE", "amountPence": 1250, "effectiveOn": "2025-05-06",
             "evidence": {"kind": "STATEMENT_LINE", "reference": "line 1"}}""";

    @Test
    void fifty_threads_with_one_key_leave_one_spend_and_a_restart_does_not_change_that() {
        try (var ledger = RunningLedger.start()) {
            var officer = LedgerClient.as(ledger, "ALLOCATOR", "j.okafor");
            var budget = officer.openBudgetWith(100_000);
            var spends = "/v1/budgets/" + budget + "/spends";
            var key = UUID.randomUUID().toString();

            var answers = Together.run(50, i -> officer.post(spends, key, SPEND));

            assertThat(answers).allMatch(answer -> answer.status() == 201);
            assertThat(answers.stream().map(LedgerClient.Answer::body).distinct())
                    .hasSize(1);
            assertThat(answers.getFirst().number("version")).isEqualTo(3);

            ledger.restart();
            var later = LedgerClient.as(ledger, "ALLOCATOR", "j.okafor");
            assertThat(later.post(spends, key, SPEND).body())
                    .isEqualTo(answers.getFirst().body());
            // £1,000.00 allocated, £12.50 spent once.
            assertThat(later.get("/v1/budgets/" + budget + "/balance").number("balancePence"))
                    .isEqualTo(98_750);
        }
    }

    @Test
    void fifty_threads_that_open_one_budget_open_it_once() {
        var officer = LedgerClient.as(RunningLedger.shared(), "ALLOCATOR", "j.okafor");
        var key = UUID.randomUUID().toString();

        var answers = Together.run(
                50, i -> officer.post("/v1/budgets", key, "{\"personRef\": \"P-1050\", \"openedOn\": \"2025-04-01\"}"));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().map(LedgerClient.Answer::body).distinct()).hasSize(1);
    }

    @Test
    void a_key_does_not_stand_for_two_commands_to_one_budget() {
        var officer = LedgerClient.as(RunningLedger.shared(), "ALLOCATOR", "j.okafor");
        var spends = "/v1/budgets/" + officer.openBudgetWith(100_000) + "/spends";
        var key = UUID.randomUUID().toString();
        officer.post(spends, key, SPEND).accepted();

        var other = officer.post(spends, key, SPEND.replace("1250", "1251"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("COMMAND_ID_REUSED");
    }

    @Test
    @Tag("unique-event-identifiers")
    void a_key_does_not_stand_for_commands_to_two_budgets() {
        var officer = LedgerClient.as(RunningLedger.shared(), "ALLOCATOR", "j.okafor");
        var key = UUID.randomUUID().toString();
        officer.post("/v1/budgets/" + officer.openBudgetWith(100_000) + "/spends", key, SPEND)
                .accepted();
        var otherBudget = officer.openBudgetWith(100_000);

        var other = officer.post("/v1/budgets/" + otherBudget + "/spends", key, SPEND);

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("COMMAND_ID_REUSED");
        assertThat(officer.get("/v1/budgets/" + otherBudget + "/balance").number("balancePence"))
                .isEqualTo(100_000);
    }

    @Test
    void two_authorities_may_choose_the_same_key() {
        var key = UUID.randomUUID().toString();
        var opening = "{\"personRef\": \"P-1001\", \"openedOn\": \"2025-04-01\"}";
        var northmere = LedgerClient.as(RunningLedger.shared(), "ALLOCATOR", "j.okafor")
                .post("/v1/budgets", key, opening)
                .accepted();
        var eastvale = LedgerClient.of(RunningLedger.shared(), "ALLOCATOR", "a.shah", "eastvale")
                .post("/v1/budgets", key, opening)
                .accepted();

        assertThat(eastvale.text("budgetId")).isNotEqualTo(northmere.text("budgetId"));
    }
}
