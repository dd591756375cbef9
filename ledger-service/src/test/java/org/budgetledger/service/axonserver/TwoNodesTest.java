package org.budgetledger.service.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.SomeIssuer;
import org.budgetledger.service.Together;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes of the ledger on one Axon Server and one database: either answers for both. */
class TwoNodesTest {
    private static final String SPEND = """
            {"stream": "SOCIAL_CARE", "amountPence": %d, "effectiveOn": "2025-05-06",
             "evidence": {"kind": "STATEMENT_LINE", "reference": "line"}}""";

    /** That all go to one of two nodes happens once in eight million times. */
    private static final int BUDGETS = 24;

    @TempDir
    private static Path home;

    private static AutoCloseable everything = () -> {};
    private static AxonServerStandIn server;
    private static LedgerClient one;
    private static LedgerClient two;

    @BeforeAll
    static void start() throws Exception {
        var issuer = new SomeIssuer(home);
        var database = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("server"))
                .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                .start();
        server = new AxonServerStandIn();
        var first = node("one", database, issuer);
        var second = node("two", database, issuer);
        everything = () -> {
            first.close();
            second.close();
            server.close();
            database.close();
        };
        one = LedgerClient.withToken(first, issuer.token("ALLOCATOR", "j.okafor"));
        two = LedgerClient.withToken(second, issuer.token("ALLOCATOR", "j.okafor"));
    }

    private static RunningLedger node(String name, EmbeddedPostgres database, SomeIssuer issuer) {
        var settings = new HashMap<String, String>(server.settings(name));
        settings.putAll(Map.of(
                "spring.datasource.url",
                database.getJdbcUrl("postgres", "postgres"),
                "spring.datasource.username",
                "postgres",
                SomeIssuer.SETTING,
                issuer.publicKey()));
        return RunningLedger.start(settings);
    }

    @AfterAll
    static void stop() throws Exception {
        everything.close();
    }

    @Test
    void commands_to_one_budget_go_to_one_node_and_those_to_many_to_both() {
        var before = handled();
        var budget = one.openBudgetWith(100_000);
        for (var i = 0; i < 8; i++) {
            one.post("/v1/budgets/" + budget + "/spends", SPEND.formatted(100)).accepted();
        }
        var after = handled();
        // Ten commands, all of them on the same side.
        assertThat(List.of(after.one() - before.one(), after.two() - before.two()))
                .containsExactlyInAnyOrder(10L, 0L);

        IntStream.range(0, BUDGETS).forEach(_ -> one.openBudgetWith(1));
        assertThat(handled().one()).isGreaterThan(after.one());
        assertThat(handled().two()).isGreaterThan(after.two());
    }

    @Test
    void a_refusal_crosses_from_the_other_node_unchanged() {
        var crossed = 0L;
        for (var i = 0; i < BUDGETS; i++) {
            var budget = one.openBudgetWith(24_000);
            var before = handled().two();
            var refused = one.post(
                    "/v1/budgets/" + budget + "/authorisations",
                    "{\"stream\": \"SOCIAL_CARE\", \"amountPence\": 30000, \"effectiveOn\": \"2025-05-06\"}");
            crossed += handled().two() - before;

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("code")).isEqualTo("INSUFFICIENT_FUNDS");
            assertThat(refused.text("detail")).isEqualTo("£240.00 is free to use, which is £60.00 too little.");
            assertThat(refused.number("shortfallPence")).isEqualTo(6_000);
        }
        assertThat(crossed).isPositive();
    }

    @Test
    void one_command_sent_to_both_nodes_at_once_has_one_effect_and_one_answer() {
        var budget = one.openBudgetWith(100_000);
        var key = UUID.randomUUID().toString();

        var answers = Together.run(
                20,
                i -> (i % 2 == 0 ? one : two).post("/v1/budgets/" + budget + "/spends", key, SPEND.formatted(1_250)));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().map(LedgerClient.Answer::body).distinct()).hasSize(1);
        assertThat(server.events(budget)).hasSize(3);
    }

    @Test
    void pools_and_spends_from_both_nodes_lose_nothing_and_overdraw_nobody() {
        var members =
                IntStream.range(0, 4).mapToObj(_ -> one.openBudgetWith(1_000)).toList();

        // Every pool takes £3.00 of each of two neighbours; every budget is authorised for twice £1.50 besides.
        var statuses = Together.run(12, i -> {
            var client = i % 2 == 0 ? one : two;
            var member = members.get(i % 4);
            return i < 4
                    ? pool(client, List.of(member, members.get((i + 1) % 4)), 300)
                    : client.post(
                            "/v1/budgets/" + member + "/authorisations",
                            "{\"stream\": \"SOCIAL_CARE\", \"amountPence\": 150, \"effectiveOn\": \"2025-05-06\"}");
        });

        // £6.00 and £3.00 of £10.00: nothing that could be refused.
        assertThat(statuses)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201));
        for (var member : members) {
            for (var client : List.of(one, two)) {
                var balance = client.get("/v1/budgets/" + member + "/balance");
                assertThat(balance.number("balancePence")).isEqualTo(400);
                assertThat(balance.number("freePence")).isEqualTo(100);
            }
            // Opened, allocated, two pools, two authorisations.
            assertThat(server.events(member)).hasSize(6);
            assertThat(two.get("/v1/budgets/" + member + "/chain/verification")
                            .body()
                            .required("whole")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void what_one_node_wrote_to_a_budget_of_the_other_counts_in_the_very_next_decision() {
        for (var i = 0; i < BUDGETS; i++) {
            var member = one.openBudgetWith(1_000);
            var other = one.openBudgetWith(1_000);
            pool(one, List.of(member, other), 900).accepted();

            var version = one.post(
                    "/v1/budgets/" + member + "/spends",
                    UUID.randomUUID().toString(),
                    SPEND.formatted(10),
                    "If-Match",
                    "\"3\"");

            assertThat(version.status()).as(version.body().toString()).isEqualTo(201);
            assertThat(version.number("version")).isEqualTo(4);
        }
    }

    @Test
    void a_batch_is_carried_out_by_either_node_whichever_has_the_budgets_at_hand() {
        var budgets = IntStream.range(0, BUDGETS)
                .mapToObj(_ -> one.openBudgetWith(1_000))
                .toList();

        for (var client : List.of(one, two, one)) {
            var batch = budgets.stream()
                    .flatMap(budget -> IntStream.of(10, 20)
                            .mapToObj(pence -> """
                            {"commandId": "%s", "post": "/v1/budgets/%s/spends", "body": %s}""".formatted(UUID.randomUUID(), budget, SPEND.formatted(pence))))
                    .collect(Collectors.joining(","));
            assertThat(client.post("/v1/batches", "{\"commands\": [" + batch + "]}")
                            .number("accepted"))
                    .isEqualTo(2L * BUDGETS);
            budgets.forEach(budget -> client.post("/v1/budgets/" + budget + "/spends", SPEND.formatted(5))
                    .accepted());
        }

        for (var budget : budgets) {
            // £10.00 less three times 35 pence.
            assertThat(two.get("/v1/budgets/" + budget + "/balance").number("balancePence"))
                    .isEqualTo(895);
            assertThat(two.get("/v1/budgets/" + budget + "/chain/verification")
                            .body()
                            .required("whole")
                            .asBoolean())
                    .isTrue();
        }
    }

    private record Handled(long one, long two) {}

    private static Handled handled() {
        return new Handled(server.commandsHandledBy("one"), server.commandsHandledBy("two"));
    }

    private static LedgerClient.Answer pool(LedgerClient client, List<String> members, long pence) {
        var stakes = members.stream()
                .map(member -> "{\"budgetId\": \"%s\", \"stream\": \"SOCIAL_CARE\", \"amountPence\": %d}"
                        .formatted(member, pence))
                .collect(Collectors.joining(","));
        return client.post(
                "/v1/pools",
                "{\"purpose\": \"Art class\", \"effectiveOn\": \"2025-05-06\", \"members\": [" + stakes + "]}");
    }
}
