package org.budgetledger.service.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The ledger with its events on Axon Server: what goes over the wire comes back as it would within one process. */
class LedgerOnAxonServerTest {
    private static final String SPEND = """
            {"stream": "SOCIAL_CARE", "amountPence": %d, "effectiveOn": "2025-05-06",
             "evidence": {"kind": "STATEMENT_LINE", "reference": "line"}}""";

    private static final AxonServerStandIn SERVER = new AxonServerStandIn();
    private static final RunningLedger LEDGER = RunningLedger.start(SERVER.settings("one"));

    private final LedgerClient officer = LedgerClient.as(LEDGER, "ALLOCATOR", "j.okafor");

    @AfterAll
    static void stop() {
        LEDGER.close();
        SERVER.close();
    }

    @Test
    void events_are_kept_on_the_server_and_outlive_a_restart_of_the_ledger() {
        var budget = officer.openBudgetWith(100_000);
        var key = UUID.randomUUID().toString();
        var spent = officer.post("/v1/budgets/" + budget + "/spends", key, SPEND.formatted(1_250))
                .accepted();
        assertThat(SERVER.events(budget)).hasSize(3);

        LEDGER.restart();
        var later = LedgerClient.as(LEDGER, "ALLOCATOR", "j.okafor");

        assertThat(later.post("/v1/budgets/" + budget + "/spends", key, SPEND.formatted(1_250))
                        .body())
                .isEqualTo(spent.body());
        assertThat(SERVER.events(budget)).hasSize(3);
        assertThat(later.get("/v1/budgets/" + budget + "/balance").number("balancePence"))
                .isEqualTo(98_750);
    }

    @Test
    void a_refusal_comes_back_with_its_code_its_sentence_and_its_figures() {
        var budget = officer.openBudgetWith(24_000);

        var refused = officer.post(
                "/v1/budgets/" + budget + "/authorisations",
                "{\"stream\": \"SOCIAL_CARE\", \"amountPence\": 30000, \"effectiveOn\": \"2025-05-06\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(refused.text("detail")).isEqualTo("£240.00 is free to use, which is £60.00 too little.");
        assertThat(refused.number("shortfallPence")).isEqualTo(6_000);
        assertThat(refused.text("shortfall")).isEqualTo("£60.00");
    }

    @Test
    void a_command_that_keeps_losing_the_race_for_its_stream_may_be_sent_again_with_its_key() {
        var spends = "/v1/budgets/" + officer.openBudgetWith(100_000) + "/spends";
        var key = UUID.randomUUID().toString();
        SERVER.loseEveryRace(true);
        LedgerClient.Answer busy;
        try {
            busy = officer.post(spends, key, SPEND.formatted(100));
        } finally {
            SERVER.loseEveryRace(false);
        }

        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.text("code")).isEqualTo("TRY_AGAIN");
        assertThat(busy.headers().firstValue("Retry-After")).contains("1");
        assertThat(officer.post(spends, key, SPEND.formatted(100)).accepted().number("version"))
                .isEqualTo(3);
    }

    @Test
    void a_batch_that_keeps_losing_its_races_is_told_so_command_by_command_and_may_be_sent_again() {
        var budgets =
                Stream.generate(() -> officer.openBudgetWith(100_000)).limit(3).toList();
        var batch = budgets.stream()
                .flatMap(budget -> IntStream.rangeClosed(1, 4)
                        .mapToObj(pence -> """
                        {"commandId": "%s", "post": "/v1/budgets/%s/spends", "body": %s}""".formatted(UUID.randomUUID(), budget, SPEND.formatted(pence))))
                .collect(Collectors.joining(",", "{\"commands\": [", "]}"));
        SERVER.loseEveryRace(true);
        LedgerClient.Answer busy;
        try {
            busy = officer.post("/v1/batches", batch);
        } finally {
            SERVER.loseEveryRace(false);
        }

        assertThat(busy.number("refused")).isEqualTo(12);
        assertThat(busy.body().required("results").valueStream())
                .allMatch(result -> result.required("status").intValue() == 503
                        && result.at("/problem/code").textValue().equals("TRY_AGAIN"));
        assertThat(officer.post("/v1/batches", batch).number("accepted")).isEqualTo(12);
        for (var budget : budgets) {
            // £1,000.00 less 1 + 2 + 3 + 4 pence.
            assertThat(officer.get("/v1/budgets/" + budget + "/balance").number("balancePence"))
                    .isEqualTo(99_990);
        }
    }

    @Test
    void while_the_server_is_away_the_ledger_asks_to_be_asked_again_and_then_goes_on() {
        var budget = officer.openBudgetWith(100_000);
        var key = UUID.randomUUID().toString();
        SERVER.goAway();
        LedgerClient.Answer command;
        LedgerClient.Answer reading;
        try {
            command = officer.post("/v1/budgets/" + budget + "/spends", key, SPEND.formatted(100));
            reading = officer.get("/v1/budgets/" + budget + "/balance");
        } finally {
            SERVER.comeBack();
        }

        assertThat(command.status()).as(command.body().toString()).isEqualTo(503);
        assertThat(command.text("code")).isEqualTo("TRY_AGAIN");
        assertThat(reading.status()).as(reading.body().toString()).isEqualTo(503);
        LedgerClient.eventually(() -> officer.post("/v1/budgets/" + budget + "/spends", key, SPEND.formatted(100))
                        .status()
                == 201);
        assertThat(SERVER.events(budget)).hasSize(3);
        LedgerClient.eventually(
                () -> officer.get("/v1/budgets/" + budget + "/balance").status() == 200);
        assertThat(officer.get("/v1/budgets/" + budget + "/balance").number("balancePence"))
                .isEqualTo(99_900);
    }

    @Test
    void a_chain_goes_on_unbroken_over_snapshots_and_restarts() {
        var budget = officer.openBudgetWith(1_000_000);
        for (var i = 0; i < 260; i++) {
            officer.post("/v1/budgets/" + budget + "/spends", SPEND.formatted(100 + i))
                    .accepted();
        }
        LedgerClient.eventually(() -> SERVER.snapshots(budget) > 0);

        LEDGER.restart();
        var later = LedgerClient.as(LEDGER, "ALLOCATOR", "j.okafor");
        later.post("/v1/budgets/" + budget + "/spends", SPEND.formatted(1)).accepted();

        var report = later.get("/v1/budgets/" + budget + "/chain/verification");
        assertThat(report.body().required("whole").asBoolean())
                .as(report.body().toString())
                .isTrue();
        assertThat(report.number("verifiedVersions")).isEqualTo(263);
        // £10,000.00 less the sum of 100 … 359 pence (59,670) less 1.
        assertThat(later.get("/v1/budgets/" + budget + "/balance").number("balancePence"))
                .isEqualTo(1_000_000 - 59_670 - 1);
    }
}
