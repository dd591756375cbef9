package org.budgetledger.service.operations;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.Scrape;
import org.budgetledger.service.store.Families;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator watches, as Prometheus fetches it. */
class MetersTest {
    private static final RunningLedger LEDGER = RunningLedger.start();

    @AfterAll
    static void stop() {
        LEDGER.close();
    }

    @Test
    void money_that_people_hold_is_shown_by_authority_and_stream_and_what_the_authority_manages_is_not() {
        LEDGER.setClock(Instant.parse("2025-05-27T10:00:00Z"));
        var held = paid("eastmoor");
        officer("eastmoor").openBudgetWith(100_000);
        spend("eastmoor", held, "self", 1_000);

        // Four weeks at £325.80 were released, £10.00 of which are spent.
        assertThat(figure("eastmoor", held, "ledger_money_held_pence", "authority=\"eastmoor\",stream=\"SOCIAL_CARE\""))
                .isEqualTo(130_320 - 1_000);
    }

    @Test
    void a_review_is_overdue_from_the_day_after_it_was_due_until_it_is_held_or_the_person_has_died() {
        LEDGER.setClock(Instant.parse("2025-05-27T10:00:00Z"));
        // R27: paid on 4 April 2025, so the first review is due on 4 October.
        var reviewed = paid("westmoor");
        var died = paid("westmoor");

        LEDGER.setClock(Instant.parse("2025-10-04T10:00:00Z"));
        assertThat(overdue(reviewed)).isZero();
        LEDGER.setClock(Instant.parse("2025-10-05T10:00:00Z"));
        assertThat(overdue(reviewed)).isEqualTo(2);

        as("CARE_MANAGER", "westmoor")
                .post("/v1/budgets/" + reviewed + "/reviews", """
                        {"okay": "YES", "saidBy": "HOLDER"}""")
                .accepted();
        assertThat(overdue(reviewed)).isEqualTo(1);
        as("CARE_MANAGER", "westmoor")
                .post("/v1/budgets/" + died + "/death", """
                        {"diedOn": "2025-10-01", "evidence": {"kind": "MANUAL_ENTRY", "reference": "certificate"}}""")
                .accepted();
        assertThat(overdue(died)).isZero();
    }

    private static double overdue(String budget) {
        return figure("westmoor", budget, "ledger_reviews_overdue", "authority=\"westmoor\"");
    }

    @Test
    void events_are_counted_as_the_store_has_them() {
        var officer = officer("northmoor");
        var budget = officer.openBudgetWith(100_000);

        var shown = figure("northmoor", budget, "ledger_store_events", "");

        assertThat(shown)
                .isEqualTo(LEDGER.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM DomainEventEntry")
                        .query(Double.class)
                        .single());
    }

    @Test
    void what_alerts_and_dashboards_ask_for_is_there() {
        LEDGER.setClock(Instant.parse("2025-05-27T10:00:00Z"));
        var budget = paid("southmoor");
        assertThat(officer("southmoor")
                        .post("/v1/budgets/" + budget + "/authorisations", """
                                {"stream": "SOCIAL_CARE", "deployment": "self", "amountPence": 99999999}""")
                        .status())
                .isEqualTo(409);
        workedOut("southmoor", budget);

        var scrape = Scrape.of(LEDGER);

        assertThat(List.of(
                        "ledger_commands_seconds_count",
                        "ledger_refusals_total",
                        "ledger_projection_lag_events",
                        "ledger_dead_letters",
                        "ledger_conflicts_retried_total",
                        "ledger_chain_events_verified_total",
                        "ledger_chains_broken",
                        "ledger_chain_sweep_completed_seconds",
                        "ledger_runs",
                        "ledger_run_items_failed",
                        "ledger_reviews_overdue",
                        "ledger_money_held_pence",
                        "ledger_store_events"))
                .allMatch(scrape::has);
    }

    @Test
    void axons_meters_are_there_after_the_first_message_and_tagged_by_types_and_projections_only() {
        var budget = officer("northmoor").openBudgetWith(100_000);
        workedOut("northmoor", budget);
        var commands = Families.recordsOf(LedgerCommand.class).stream()
                .map(Class::getSimpleName)
                .collect(toSet());

        var scrape = Scrape.of(LEDGER);

        assertThat(scrape.figure("axon_commands_successTimer_seconds_count", "payloadType=\"OpenBudget\"")
                        .orElseThrow())
                .isPositive();
        assertThat(names(scrape.labels("axon_commands"), "payloadType")).isSubsetOf(commands);
        assertThat(names(scrape.labels("axon_queries"), "payloadType")).contains("GetBalance");
        assertThat(new HashSet<>(scrape.labels("axon_events_appended"))).containsExactly("");
        assertThat(names(scrape.labels("axon_events_processed"), "processorName"))
                .containsExactlyInAnyOrder("budgets", "pools", "audit");
    }

    /** The values of the one label that there is. */
    private static Set<String> names(List<String> labels, String label) {
        return labels.stream()
                .flatMap(all -> Arrays.stream(all.split(",", -1)))
                .map(one -> {
                    assertThat(one).startsWith(label + "=\"");
                    return one.substring(label.length() + 2, one.length() - 1);
                })
                .collect(toSet());
    }

    private static double figure(String authority, String budget, String name, String labels) {
        workedOut(authority, budget);
        return Scrape.of(LEDGER).figure(name, labels).orElseThrow();
    }

    /** Reads wait for the projections, so that what is worked out after them knows of everything before. */
    private static void workedOut(String authority, String budget) {
        for (var view : List.of("balance", "events")) {
            LedgerClient.eventually(() ->
                    officer(authority).get("/v1/budgets/" + budget + "/" + view).status() == 200);
        }
        LEDGER.bean(MeterRounds.class).round();
    }

    /** A budget that the person holds, £325.80 a week, paid on 4 April 2025 for four weeks. */
    private static String paid(String authority) {
        var officer = officer(authority);
        var person = "P-" + UUID.randomUUID();
        var id = officer.post("/v1/budgets", """
                        {"personRef": "%s", "openedOn": "2025-04-01"}""".formatted(person)).accepted().text("budgetId");
        var budget = "/v1/budgets/" + id;
        officer.post(budget + "/allocations", """
                        {"stream": "SOCIAL_CARE", "weeklyPence": 32580, "effectiveFrom": "2025-04-07"}""").accepted();
        officer.post(budget + "/allocation-notices", "{\"effectiveOn\": \"2025-04-01\"}")
                .accepted();
        officer.post(budget + "/deployments", """
                        {"effectiveFrom": "2025-04-07",
                         "deployments": [{"deploymentId": "self", "degree": "SELF", "holder": "%s"}]}""".formatted(person)).accepted();
        officer.post(budget + "/agreements", "{\"effectiveOn\": \"2025-04-01\"}")
                .accepted();
        officer.post(budget + "/plan", """
                        {"effectiveOn": "2025-04-01", "route": "CARE_MANAGER",
                         "plan": {"outcomes": [{"outcomeId": "%s", "domain": "OTHER", "inTheirWords": "Swim again."}]}}""".formatted(UUID.randomUUID())).accepted();
        as("PAYEE_SETTER", authority)
                .post(budget + "/payees", "{\"payeeRef\": \"ACC-7\"}")
                .accepted();
        var releaser = as("RELEASER", authority);
        releaser.post(budget + "/payees/verification", "{\"payeeRef\": \"ACC-7\"}")
                .accepted();
        releaser.post(budget + "/payments", """
                        {"periodFrom": "2025-04-07", "periodTo": "2025-05-04", "effectiveOn": "2025-04-04"}""").accepted();
        return id;
    }

    private static void spend(String authority, String budget, String deployment, long pence) {
        officer(authority)
                .post("/v1/budgets/" + budget + "/spends", """
                        {"stream": "SOCIAL_CARE", "deployment": "%s", "amountPence": %d, "effectiveOn": "2025-05-06",
                         "evidence": {"kind": "STATEMENT_LINE", "reference": "line"}}""".formatted(deployment, pence))
                .accepted();
    }

    private static LedgerClient officer(String authority) {
        return as("ALLOCATOR", authority);
    }

    private static LedgerClient as(String role, String authority) {
        return LedgerClient.of(LEDGER, role, role.toLowerCase(Locale.ROOT) + ".one", authority);
    }
}
