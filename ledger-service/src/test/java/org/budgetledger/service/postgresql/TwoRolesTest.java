package org.budgetledger.service.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.budgetledger.service.LedgerClient.eventually;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.SomeIssuer;
import org.budgetledger.service.run.Council;
import org.budgetledger.service.scenario.ScenarioBook;
import org.budgetledger.service.scenario.ScenarioHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service as a role that owns nothing: all that it does, it does with the rights that it has. */
class TwoRolesTest {
    private static final String DATABASE = "ledger";

    /** Together they write to every kind of table: pools, earmarks, authorisations, packs, as-at reading. */
    private static final Set<String> SCENARIOS = Set.of(
            "e01-start-in-mid-period.yaml",
            "e03-pooled-art-class.yaml",
            "r08-authorisations.yaml",
            "r11-earmarks-and-moves.yaml",
            "r25-closed-periods.yaml",
            "r26-as-at.yaml");

    @TempDir
    private static Path home;

    private static ServerOfTwoRoles server;
    private static SomeIssuer issuer;
    private static TokenDesk desk;
    private static RunningLedger ledger;

    @BeforeAll
    static void a_ledger_on_a_new_database() throws Exception {
        server = new ServerOfTwoRoles(home);
        server.create(DATABASE);
        server.runRolesScript(DATABASE);
        issuer = new SomeIssuer(home);
        desk = new TokenDesk(issuer);
        var settings = new HashMap<>(server.settings(DATABASE));
        settings.put(SomeIssuer.SETTING, issuer.publicKey());
        ledger = RunningLedger.start(settings);
    }

    @AfterAll
    static void stop() throws Exception {
        ledger.close();
        desk.close();
        server.close();
    }

    @Test
    void the_service_is_logged_in_as_the_role_that_owns_nothing() {
        assertThat(ledger.bean(JdbcClient.class)
                        .sql("SELECT current_user")
                        .query(String.class)
                        .single())
                .isEqualTo(ServerOfTwoRoles.APP);
        assertThat(server.asSuperuser(DATABASE).queryForList("""
                        SELECT DISTINCT relowner::regrole::text FROM pg_class
                        WHERE relnamespace = 'public'::regnamespace""", String.class))
                .containsExactly(ServerOfTwoRoles.OWNER);
    }

    @TestFactory
    Stream<DynamicTest> scenarios() {
        return ScenarioBook.on(
                new ScenarioHost() {
                    @Override
                    public URI baseUri() {
                        return ledger.baseUri();
                    }

                    @Override
                    public URI issuer() {
                        return desk.address();
                    }

                    @Override
                    public void setClock(Instant at) {
                        ledger.setClock(at);
                    }
                },
                SCENARIOS);
    }

    @Test
    void the_scenarios_are_in_the_book() {
        assertThat(scenarios().count()).isEqualTo(SCENARIOS.size());
    }

    @Test
    void views_are_rebuilt() throws Exception {
        ledger.setClock(Instant.parse("2025-05-06T09:00:00Z"));
        var officer = someone("ALLOCATOR", "rebuildham");
        var budget = officer.openBudgetWith(100_000);
        var balance = officer.get("/v1/budgets/" + budget + "/balance").body();
        var trail = officer.get("/v1/budgets/" + budget + "/events").body();

        for (var projection : List.of("budgets", "pools", "audit")) {
            assertThat(officer.post("/v1/operations/projections/" + projection + "/rebuild", "")
                            .status())
                    .isEqualTo(202);
        }

        eventually(() -> officer.get("/v1/operations/projections").body().findValuesAsText("state").stream()
                .allMatch("RUNNING"::equals));
        eventually(() -> officer.get("/v1/budgets/" + budget + "/balance").status() == 200
                && officer.get("/v1/budgets/" + budget + "/events").status() == 200);
        assertThat(officer.get("/v1/budgets/" + budget + "/balance").body()).isEqualTo(balance);
        assertThat(officer.get("/v1/budgets/" + budget + "/events").body()).isEqualTo(trail);
    }

    @Test
    void a_pay_run_is_previewed_and_released() throws Exception {
        // The run is for P3, from Mon 2 to Sun 29 Jun 2025: four weeks at £100.00.
        ledger.setClock(Instant.parse("2025-05-27T10:00:00Z"));
        var budget = new Council(ledger, "payham").ready("amara", LocalDate.of(2025, 4, 7), 10_000);
        var releaser = someone("RELEASER", "payham");

        var run = "/v1/pay-runs/"
                + releaser.post("/v1/pay-runs", "{\"periodFrom\": \"2025-06-02\"}")
                        .text("payRunId");
        eventually(() -> releaser.get(run).text("state").equals("PREVIEWED"));
        assertThat(releaser.post(run + "/release", "").status()).isEqualTo(202);
        eventually(() -> releaser.get(run).text("state").equals("RELEASED"));

        assertThat(releaser.get("/v1/budgets/" + budget + "/balance").number("balancePence"))
                .isEqualTo(40_000);
    }

    /** Long streams are read from snapshots, which are written by the way and replaced. */
    @Test
    void a_long_stream_has_a_snapshot() throws Exception {
        ledger.setClock(Instant.parse("2025-05-06T09:00:00Z"));
        var officer = someone("ALLOCATOR", "longham");
        var budget = officer.openBudgetWith(1_000_000);
        for (var i = 0; i < 260; i++) {
            officer.post("/v1/budgets/" + budget + "/spends", """
                    {"stream": "SOCIAL_CARE", "amountPence": 100, "effectiveOn": "2025-05-06",
                     "evidence": {"kind": "STATEMENT_LINE", "reference": "line"}}""").accepted();
        }

        eventually(() -> server.asSuperuser(DATABASE)
                        .queryForList(
                                "SELECT sequenceNumber FROM SnapshotEventEntry WHERE aggregateIdentifier = ?",
                                Long.class,
                                budget)
                        .size()
                == 1);
        // £10,000.00 less 260 times £1.00.
        assertThat(officer.get("/v1/budgets/" + budget + "/balance").number("balancePence"))
                .isEqualTo(974_000);
    }

    private static LedgerClient someone(String role, String authority) throws Exception {
        return LedgerClient.withToken(
                ledger,
                issuer.token("clerk-" + role, Map.of("authority", authority, "role", role, "scope", "ledger.operate")));
    }
}
