package org.budgetledger.service.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.axonframework.common.caching.Cache;
import org.budgetledger.projections.operations.Projections;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The read side can be thrown away and made again, and one bad event does not stop the others, while the service runs. */
class ProjectionOperationsTest {
    @Test
    void a_rebuilt_projection_shows_what_it_showed() {
        try (var ledger = RunningLedger.start()) {
            rebuild(ledger);
        }
    }

    private static void rebuild(RunningLedger ledger) {
        var officer = LedgerClient.as(ledger, "ALLOCATOR", "j.okafor");
        var budget = officer.openBudgetWith(100_000);
        var before = officer.get("/v1/budgets/" + budget + "/balance").body();
        var operator = LedgerClient.operator(ledger);

        for (var projection : List.of("budgets", "pools", "audit")) {
            assertThat(operator.post("/v1/operations/projections/" + projection + "/rebuild", "")
                            .status())
                    .isEqualTo(202);
        }

        // The old one is read until the new one takes its place.
        assertThat(officer.get("/v1/budgets/" + budget + "/balance").status()).isEqualTo(200);
        awaitRebuilt(operator);
        assertThat(operator.get("/v1/operations/projections").body())
                .allSatisfy(
                        projection -> assertThat(projection.at("/rebuild/state").asText())
                                .as(projection.toString())
                                .isEqualTo("DONE"));
        assertThat(officer.get("/v1/budgets/" + budget + "/balance").body()).isEqualTo(before);
    }

    @Test
    @Tag("tables-of-events")
    void an_event_that_cannot_be_read_is_parked_with_its_stream_while_others_go_on() {
        try (var ledger = RunningLedger.start()) {
            park(ledger);
        }
    }

    private static void park(RunningLedger ledger) {
        var officer = LedgerClient.as(ledger, "ALLOCATOR", "j.okafor");
        var bad = officer.openBudgetWith(100_000);
        var good = officer.openBudgetWith(50_000);
        var operator = LedgerClient.operator(ledger);
        var sum = payload(ledger, bad, "\"oneOffPence\":100000", "\"oneOffPence\":-100000");
        assertThat(sum).isEqualTo(1);

        operator.post("/v1/operations/projections/budgets/rebuild", "");
        LedgerClient.eventually(() -> !operator.get("/v1/operations/projections/budgets/dead-letters")
                .body()
                .isEmpty());

        var parked =
                operator.get("/v1/operations/projections/budgets/dead-letters").body();
        assertThat(parked)
                .allSatisfy(
                        event -> assertThat(event.required("streamId").asText()).isEqualTo(bad));
        LedgerClient.eventually(
                () -> officer.get("/v1/budgets/" + good + "/balance").status() == 200);
        assertThat(officer.get("/v1/budgets/" + good + "/balance").number("balancePence"))
                .isEqualTo(50_000);
        assertThat(officer.get("/v1/budgets/" + bad + "/balance").status()).isEqualTo(503);

        payload(ledger, bad, "\"oneOffPence\":-100000", "\"oneOffPence\":100000");
        operator.post("/v1/operations/projections/budgets/rebuild", "");
        LedgerClient.eventually(
                () -> officer.get("/v1/budgets/" + bad + "/balance").status() == 200);
        assertThat(operator.get("/v1/operations/projections/budgets/dead-letters")
                        .body())
                .isEmpty();
    }

    @Test
    @Tag("tables-of-events")
    void what_a_newer_version_has_recorded_is_passed_over_by_nobody() {
        try (var ledger = RunningLedger.start()) {
            unknown(ledger);
        }
    }

    private static void unknown(RunningLedger ledger) {
        var officer = LedgerClient.as(ledger, "ALLOCATOR", "j.okafor");
        var operator = LedgerClient.operator(ledger);
        var ahead = officer.openBudgetWith(100_000);
        var good = officer.openBudgetWith(50_000);
        LedgerClient.eventually(ledger.bean(Projections.class)::level);
        var jdbc = ledger.bean(JdbcClient.class);
        jdbc.sql("""
                        INSERT INTO DomainEventEntry (aggregateIdentifier, sequenceNumber, type, eventIdentifier, metaData, payload,
                            payloadType, payloadRevision, timeStamp)
                        SELECT aggregateIdentifier, sequenceNumber + 1, type, gen_random_uuid()::text, metaData, payload,
                            'org.budgetledger.api.budget.later.OfALaterVersion', payloadRevision, timeStamp
                        FROM DomainEventEntry WHERE aggregateIdentifier = ? ORDER BY sequenceNumber DESC LIMIT 1
                        """).param(ahead).update();
        // As on a node that has just been started.
        ledger.bean(Cache.class).removeAll();
        var stored = stored(jdbc);

        assertThat(spend(officer, ahead).status()).isEqualTo(503);
        assertThat(stored(jdbc)).isEqualTo(stored);
        assertThat(spend(officer, good).status()).isEqualTo(201);
        for (var projection : List.of("budgets", "audit")) {
            LedgerClient.eventually(() -> operator.get("/v1/operations/projections/" + projection + "/dead-letters")
                            .body()
                            .size()
                    == 1);
            assertThat(operator.get("/v1/operations/projections/" + projection + "/dead-letters")
                            .body()
                            .path(0)
                            .path("type")
                            .asText())
                    .isEqualTo("OfALaterVersion");
        }
        assertThat(officer.get("/v1/budgets/" + ahead + "/balance").status()).isEqualTo(503);

        // A rebuild does not pass over it either, and what is parked is stored as it was.
        operator.post("/v1/operations/projections/budgets/rebuild", "");
        awaitRebuilt(operator);
        assertThat(jdbc.sql("""
                                SELECT count(*) FROM DeadLetterEntry d JOIN DomainEventEntry e USING (eventIdentifier)
                                WHERE d.payload = e.payload AND d.payloadType = e.payloadType
                                """).query(Long.class).single()).isGreaterThanOrEqualTo(2);
    }

    private static void awaitRebuilt(LedgerClient operator) {
        LedgerClient.eventually(() -> operator.get("/v1/operations/projections")
                .body()
                .valueStream()
                .noneMatch(
                        projection -> projection.at("/rebuild/state").asText().equals("RUNNING")));
    }

    private static long stored(JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM DomainEventEntry")
                .query(Long.class)
                .single();
    }

    private static LedgerClient.Answer spend(LedgerClient officer, String budget) {
        return officer.post("/v1/budgets/" + budget + "/spends", """
                {"stream": "SOCIAL_CARE", "amountPence": 100, "description": "Bus fare",
                 "evidence": {"kind": "MANUAL_ENTRY", "reference": "receipt 1"}}""");
    }

    @Test
    void operating_takes_the_operators_scope() {
        var ledger = RunningLedger.shared();
        var auditor = LedgerClient.as(ledger, "AUDITOR", "a.audit");

        var answer = auditor.get("/v1/operations/projections");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("code")).isEqualTo("FORBIDDEN");
    }

    private static int payload(RunningLedger ledger, String budget, String from, String to) {
        return Objects.requireNonNull(ledger.bean(TransactionTemplate.class).execute(status -> {
            var jdbc = ledger.bean(JdbcClient.class);
            jdbc.sql("SET LOCAL session_replication_role = replica").update();
            return jdbc.sql(
                            "UPDATE DomainEventEntry SET payload = convert_to(replace(convert_from(payload, 'UTF8'), ?, ?), 'UTF8')"
                                    + " WHERE aggregateIdentifier = ? AND convert_from(payload, 'UTF8') LIKE '%oneOffPence%'")
                    .params(from, to, budget)
                    .update();
        }));
    }
}
