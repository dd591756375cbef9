package org.budgetledger.service.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.budgetledger.service.batch.BatchTest.allocate;
import static org.budgetledger.service.batch.BatchTest.authorise;
import static org.budgetledger.service.batch.BatchTest.batch;
import static org.budgetledger.service.batch.BatchTest.command;
import static org.budgetledger.service.batch.BatchTest.id;
import static org.budgetledger.service.batch.BatchTest.open;
import static org.budgetledger.service.batch.BatchTest.spend;
import static org.budgetledger.service.batch.BatchTest.statuses;

import java.util.UUID;
import java.util.stream.IntStream;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.Together;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All commands to one budget, or none. */
class AtomicBatchTest {
    private final LedgerClient officer = LedgerClient.as(RunningLedger.shared(), "ALLOCATOR", "j.okafor");

    @Test
    void all_of_it_is_accepted_and_each_command_sees_those_before_it() {
        var budget = UUID.randomUUID().toString();
        var spent = spend(id(), budget, 1_000);

        var answer =
                send(open(id(), budget), allocate(id(), budget, 10_000), spent, authorise(id(), budget, 9_000), spent);

        assertThat(answer.number("accepted")).isEqualTo(5);
        assertThat(statuses(answer)).containsOnly(201);
        assertThat(answer.body().at("/results/4")).isEqualTo(answer.body().at("/results/2"));
        assertThat(balance(budget)).isEqualTo(9_000);
    }

    @Test
    void one_refusal_refuses_all_and_is_named() {
        var budget = officer.openBudgetWith(10_000);

        var refused = send(spend(id(), budget, 1_000), authorise("too-much-2", budget, 9_001), spend(id(), budget, 1));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(refused.text("commandId")).isEqualTo("too-much-2");
        assertThat(refused.number("shortfallPence")).isEqualTo(1);
        assertThat(balance(budget)).isEqualTo(10_000);
        // What was taken back is not remembered either.
        assertThat(send(authorise("too-much-2", budget, 10_000)).status()).isEqualTo(200);
    }

    @Test
    void one_command_that_cannot_be_read_refuses_all() {
        var budget = officer.openBudgetWith(10_000);

        var refused = send(
                spend(id(), budget, 1),
                command(
                        "unreadable-1",
                        "/v1/budgets/" + budget + "/spends",
                        BatchTest.spendBody(1).replaceFirst("\\{", "{\"surplus\": 1, ")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo("surplus");
        assertThat(refused.text("commandId")).isEqualTo("unreadable-1");
        assertThat(balance(budget)).isEqualTo(10_000);
    }

    @Test
    void commands_to_two_budgets_or_to_a_pool_are_refused() {
        var budget = officer.openBudgetWith(10_000);
        var other = officer.openBudgetWith(10_000);

        var two = send(spend(id(), budget, 1), spend("elsewhere-1", other, 1));
        var pool = send(command(
                "elsewhere-2", "/v1/pools/" + UUID.randomUUID() + "/closure", "{\"effectiveOn\": \"2025-05-06\"}"));

        assertThat(two.status()).isEqualTo(400);
        assertThat(two.text("code")).isEqualTo("NOT_OF_ONE_BUDGET");
        assertThat(two.text("field")).isEqualTo("commands[1].post");
        assertThat(two.text("commandId")).isEqualTo("elsewhere-1");
        assertThat(pool.text("code")).isEqualTo("NOT_OF_ONE_BUDGET");
        assertThat(balance(budget)).isEqualTo(10_000);
        assertThat(balance(other)).isEqualTo(10_000);
    }

    @Test
    void sent_again_it_is_answered_the_same() {
        var budget = officer.openBudgetWith(10_000);
        var body = batch(true, spend(id(), budget, 1), spend(id(), budget, 2));

        var first = officer.post("/v1/batches", body);
        var again = officer.post("/v1/batches", body);

        assertThat(first.number("accepted")).isEqualTo(2);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(balance(budget)).isEqualTo(9_997);
    }

    @Test
    void of_many_at_once_each_happens_whole_or_not_at_all() {
        var budget = officer.openBudgetWith(1_000);

        // Each asks for £3.00 twice, so that one fits and of a second one half would.
        var statuses = Together.run(
                8,
                _ -> send(authorise(id(), budget, 300), authorise(id(), budget, 300))
                        .status());

        assertThat(statuses).containsOnly(200, 409);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(send(authorise(id(), budget, 401)).number("shortfallPence")).isEqualTo(1);
        assertThat(send(authorise(id(), budget, 400)).status()).isEqualTo(200);
    }

    @Test
    @Tag("unique-event-identifiers")
    void an_id_that_stands_for_a_command_to_another_budget_refuses_all() {
        var budget = officer.openBudgetWith(10_000);
        var other = officer.openBudgetWith(10_000);
        var key = id();
        officer.post("/v1/budgets/" + other + "/spends", key, BatchTest.spendBody(1))
                .accepted();

        var refused = send(spend(id(), budget, 1), spend(key, budget, 2));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("COMMAND_ID_REUSED");
        assertThat(refused.text("commandId")).isEqualTo(key);
        assertThat(balance(budget)).isEqualTo(10_000);
    }

    @Test
    void five_thousand_commands_that_repeat_one_another_are_one_effect_each() {
        var budget = officer.openBudgetWith(10_000_000);
        var spends =
                IntStream.range(0, 2_500).mapToObj(_ -> spend(id(), budget, 1)).toList();

        var answer = send(
                IntStream.range(0, 5_000).mapToObj(i -> spends.get(i % 2_500)).toArray(String[]::new));

        assertThat(answer.number("accepted")).isEqualTo(5_000);
        assertThat(balance(budget)).isEqualTo(10_000_000 - 2_500);
    }

    private LedgerClient.Answer send(String... commands) {
        return officer.post("/v1/batches", batch(true, commands));
    }

    private long balance(String budget) {
        return officer.get("/v1/budgets/" + budget + "/balance").number("balancePence");
    }
}
