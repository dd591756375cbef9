package org.budgetledger.service.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.Together;
import org.junit.jupiter.api.Test;

/** Many commands in one request, over HTTP: each is answered as it would have been alone. */
class BatchTest {
    private static final RunningLedger LEDGER = RunningLedger.shared();

    private final LedgerClient officer = LedgerClient.as(LEDGER, "ALLOCATOR", "j.okafor");

    @Test
    void each_command_is_answered_as_it_would_have_been_alone_and_a_refusal_stops_nobody() {
        var budget = officer.openBudgetWith(10_000);
        var other = officer.openBudgetWith(10_000);

        var answer = send(
                spend(id(), budget, 1_250),
                authorise(id(), other, 10_001),
                spend(id(), other, 500),
                spend(id(), budget, 1));

        assertThat(answer.number("accepted")).isEqualTo(3);
        assertThat(answer.number("refused")).isEqualTo(1);
        assertThat(statuses(answer)).containsExactly(201, 409, 201, 201);
        var first = result(answer, 0).required("answer");
        assertThat(first.required("budgetId").textValue()).isEqualTo(budget);
        assertThat(first.required("type").textValue()).isEqualTo("SpendRecorded");
        assertThat(first.required("amountPence").longValue()).isEqualTo(1_250);
        assertThat(first.required("amount").textValue()).isEqualTo("£12.50");
        assertThat(first.required("version").longValue()).isEqualTo(3);
        assertThat(result(answer, 3).at("/answer/version").longValue()).isEqualTo(4);
        var problem = result(answer, 1).required("problem");
        assertThat(problem.required("code").textValue()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(problem.required("shortfallPence").longValue()).isEqualTo(1);
        assertThat(problem.required("instance").textValue()).isEqualTo("/v1/budgets/" + other + "/authorisations");
        assertThat(balance(budget)).isEqualTo(10_000 - 1_250 - 1);
        assertThat(balance(other)).isEqualTo(10_000 - 500);
    }

    @Test
    void an_answer_and_a_problem_are_those_of_the_single_route_to_the_letter() {
        var budget = officer.openBudgetWith(10_000);
        var key = id();
        var batched = send(spend(key, budget, 1_250), authorise("too-much-1", budget, 9_999));

        var alone = officer.post("/v1/budgets/" + budget + "/spends", key, spendBody(1_250));
        var refused = officer.post("/v1/budgets/" + budget + "/authorisations", "too-much-1", authoriseBody(9_999));

        assertThat(result(batched, 0).required("answer"))
                .isEqualTo(alone.accepted().body());
        assertThat(result(batched, 1).required("problem")).isEqualTo(refused.body());
    }

    @Test
    void a_batch_that_is_sent_again_changes_nothing_and_is_answered_the_same() {
        var budget = officer.openBudgetWith(10_000);
        var other = officer.openBudgetWith(10_000);
        var body = batch(false, spend(id(), budget, 100), spend(id(), other, 200), spend(id(), budget, 300));

        var first = officer.post("/v1/batches", body);
        var again = officer.post("/v1/batches", body);

        assertThat(first.number("accepted")).isEqualTo(3);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(balance(budget)).isEqualTo(10_000 - 400);
        assertThat(balance(other)).isEqualTo(10_000 - 200);
    }

    @Test
    void what_was_sent_alone_before_counts_once_and_the_rest_of_the_batch_is_done() {
        var budget = officer.openBudgetWith(10_000);
        var key = id();
        var alone = officer.post("/v1/budgets/" + budget + "/spends", key, spendBody(100))
                .accepted();

        var answer = send(spend(key, budget, 100), spend(id(), budget, 200));

        assertThat(statuses(answer)).containsExactly(201, 201);
        assertThat(result(answer, 0).required("answer")).isEqualTo(alone.body());
        assertThat(balance(budget)).isEqualTo(10_000 - 300);
    }

    @Test
    void one_batch_from_many_senders_at_once_has_one_effect() {
        var budgets = IntStream.range(0, 20)
                .mapToObj(_ -> officer.openBudgetWith(10_000))
                .toList();
        var body = batch(
                false,
                IntStream.range(0, 60)
                        .mapToObj(i -> spend(id(), budgets.get(i % 20), 100))
                        .toArray(String[]::new));

        var answers = Together.run(6, _ -> officer.post("/v1/batches", body));

        assertThat(answers).allMatch(answer -> answer.status() == 200 && answer.number("accepted") == 60);
        assertThat(answers.stream().map(LedgerClient.Answer::body).distinct()).hasSize(1);
        assertThat(budgets).allMatch(budget -> balance(budget) == 10_000 - 300);
    }

    @Test
    void an_id_that_comes_twice_has_one_effect_and_stands_for_one_command() {
        var budget = officer.openBudgetWith(10_000);
        var other = officer.openBudgetWith(10_000);
        var key = id();

        var answer =
                send(spend(key, budget, 100), spend(key, budget, 100), spend(key, budget, 101), spend(key, other, 100));

        assertThat(statuses(answer)).containsExactly(201, 201, 409, 409);
        assertThat(result(answer, 1)).isEqualTo(result(answer, 0));
        assertThat(result(answer, 2).at("/problem/code").textValue()).isEqualTo("COMMAND_ID_REUSED");
        assertThat(result(answer, 3).at("/problem/code").textValue()).isEqualTo("COMMAND_ID_REUSED");
        assertThat(balance(budget)).isEqualTo(9_900);
        assertThat(balance(other)).isEqualTo(10_000);
    }

    @Test
    void an_id_whose_command_was_refused_is_free_for_another() {
        var budget = officer.openBudgetWith(10_000);
        var other = officer.openBudgetWith(10_000);
        var key = id();

        var answer = send(authorise(key, budget, 10_001), spend(key, other, 100), spend(key, other, 100));

        assertThat(statuses(answer)).containsExactly(409, 201, 201);
        assertThat(balance(other)).isEqualTo(9_900);
    }

    @Test
    void what_is_wrong_with_one_command_is_said_of_that_one() {
        var budget = officer.openBudgetWith(10_000);
        var spends = "/v1/budgets/" + budget + "/spends";

        var answer = send(
                "7",
                command("field-01", spends, spendBody(1).replaceFirst("\\{", "{\"steam\": 1, ")),
                command("field-02", spends, "{\"stream\": \"SOCIAL_CARE\"}"),
                command("field-03", spends, "[]"),
                command("field-04", "/v1/budgets/" + budget + "/spend", "{}"),
                command("field-05", "/v1/budgets/%zz/spends", "{}"),
                command("short", spends, spendBody(1)),
                "{\"post\": \"%s\", \"body\": %s}".formatted(spends, spendBody(1)),
                "{\"commandId\": \"field-08\", \"post\": \"%s\", \"body\": %s, \"ifMatch\": \"2\"}"
                        .formatted(spends, spendBody(1)),
                "{\"commandId\": \"field-09\", \"post\": \"%s\", \"body\": %s, \"if\": 2}"
                        .formatted(spends, spendBody(1)),
                command("field-10", spends, "{\"stream\": \"SOCIAL_CARE\", \"stream\": \"HEALTH\"}"),
                command("field-11", "/v1/budgets/1/spends", spendBody(1)),
                command("field-12", "/v1/budgets/" + UUID.randomUUID() + "/spends", spendBody(1)),
                command("field-13", spends, "{\"stream\": \"" + "x".repeat(300_000) + "\"}"),
                spend(id(), budget, 1));

        assertThat(statuses(answer))
                .containsExactly(400, 400, 400, 400, 404, 404, 400, 400, 400, 400, 400, 400, 404, 413, 201);
        assertThat(fields(answer))
                .containsExactly(
                        "",
                        "steam",
                        "amountPence",
                        "body",
                        "post",
                        "post",
                        "commandId",
                        "commandId",
                        "ifMatch",
                        "if",
                        "",
                        "budgetId",
                        "",
                        "",
                        "");
        assertThat(result(answer, 10).at("/problem/code").textValue()).isEqualTo("MALFORMED_JSON");
        assertThat(result(answer, 12).at("/problem/code").textValue()).isEqualTo("BUDGET_NOT_FOUND");
        assertThat(result(answer, 6).has("commandId")).isFalse();
        assertThat(result(answer, 9).required("commandId").textValue()).isEqualTo("field-09");
        assertThat(balance(budget)).isEqualTo(9_999);
    }

    @Test
    void what_cannot_be_read_at_all_is_refused_as_a_whole() {
        var budget = officer.openBudgetWith(10_000);
        var sound = spend(id(), budget, 1);

        assertThat(refusal("{\"commands\": [" + sound)).isEqualTo("400 MALFORMED_JSON");
        assertThat(refusal("[]")).isEqualTo("400 MALFORMED_JSON");
        assertThat(refusal("{\"commands\": [" + sound + "]} {}")).isEqualTo("400 MALFORMED_JSON");
        assertThat(refusal("{}")).isEqualTo("400 MISSING_FIELD");
        assertThat(refusal("{\"commands\": []}")).isEqualTo("400 INVALID_FIELD");
        assertThat(refusal("{\"commands\": {}}")).isEqualTo("400 INVALID_FIELD");
        assertThat(refusal("{\"commands\": [" + sound + "], \"atomic\": 1}")).isEqualTo("400 INVALID_FIELD");
        assertThat(refusal("{\"commands\": [" + sound + "], \"commands\": []}")).isEqualTo("400 MALFORMED_JSON");
        assertThat(refusal("{\"commands\": [" + sound + "], \"dryRun\": true}")).isEqualTo("400 UNKNOWN_FIELD");
        assertThat(refusal(batch(false, "{}".repeat(10_001).split("(?<=})")))).isEqualTo("400 INVALID_FIELD");
        assertThat(refusal(batch(false, sound) + " ".repeat(16 * 1024 * 1024))).isEqualTo("413 BODY_TOO_LARGE");
        assertThat(officer.post("/v1/batches", id(), batch(false, sound), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(400);
        assertThat(balance(budget)).isEqualTo(10_000);
    }

    @Test
    void ten_thousand_commands_are_taken() {
        var budgets = List.of(officer.openBudgetWith(10_000_000), officer.openBudgetWith(10_000_000));

        var answer = send(IntStream.range(0, 10_000)
                .mapToObj(i -> spend(id(), budgets.get(i % 2), 1 + i % 2))
                .toArray(String[]::new));

        assertThat(answer.number("accepted")).isEqualTo(10_000);
        // Each budget's commands keep their order: the k-th is version 2 + k.
        assertThat(IntStream.range(0, 10_000))
                .allMatch(i -> result(answer, i).at("/answer/version").longValue() == 3 + i / 2);
        assertThat(balance(budgets.getFirst())).isEqualTo(10_000_000 - 5_000);
        assertThat(balance(budgets.getLast())).isEqualTo(10_000_000 - 10_000);
    }

    @Test
    void budgets_can_be_opened_and_used_in_one_batch() {
        var first = UUID.randomUUID().toString();
        var second = UUID.randomUUID().toString();

        var answer = send(
                open(id(), first),
                spend(id(), second, 5),
                allocate(id(), first, 10_000),
                spend(id(), first, 100),
                open(id(), second),
                spend(id(), second, 7));

        assertThat(statuses(answer)).containsExactly(201, 404, 201, 201, 201, 201);
        assertThat(balance(first)).isEqualTo(9_900);
        assertThat(balance(second)).isEqualTo(-7);
    }

    @Test
    void a_pool_takes_what_came_before_it_and_what_comes_after_finds_it() {
        var budget = officer.openBudgetWith(1_000);
        var other = officer.openBudgetWith(1_000);
        var pool = UUID.randomUUID().toString();

        var answer = send(
                spend(id(), budget, 400),
                command(id(), "/v1/pools", """
                        {"poolId": "%s", "purpose": "An art class", "effectiveOn": "2025-05-06", "members": [
                         {"budgetId": "%s", "deployment": "authority", "stream": "SOCIAL_CARE", "amountPence": 600},
                         {"budgetId": "%s", "deployment": "authority", "stream": "SOCIAL_CARE", "amountPence": 1000}]}""".formatted(pool, budget, other)),
                authorise(id(), budget, 1),
                command(id(), "/v1/pools/" + pool + "/spends", """
                        {"amountPence": 160, "effectiveOn": "2025-05-06",
                         "evidence": {"kind": "STATEMENT_LINE", "reference": "line 1"}}"""));

        assertThat(statuses(answer)).as(answer.body().toString()).containsExactly(201, 201, 409, 201);
        assertThat(result(answer, 1).at("/answer/poolId").textValue()).isEqualTo(pool);
        assertThat(officer.get("/v1/pools/" + pool).number("balancePence")).isEqualTo(1_440);
    }

    @Test
    void the_closing_of_a_period_is_asked_for_by_itself() {
        var reconciler = LedgerClient.as(LEDGER, "RECONCILER", "r.econ");

        var answer = reconciler.post(
                "/v1/batches", batch(false, command("closing-1", "/v1/periods/2025-04-07/closing", "{}")));

        assertThat(statuses(answer)).containsExactly(400);
        assertThat(result(answer, 0).at("/problem/code").textValue()).isEqualTo("NOT_IN_A_BATCH");
    }

    @Test
    void a_version_that_was_decided_on_is_held_to_for_each_command() {
        var budget = officer.openBudgetWith(10_000);

        var answer = send(
                withVersion(spend(id(), budget, 1), 2),
                withVersion(spend(id(), budget, 2), 2),
                withVersion(spend(id(), budget, 4), 3));

        assertThat(statuses(answer)).containsExactly(201, 412, 201);
        assertThat(result(answer, 1).at("/problem/currentVersion").longValue()).isEqualTo(3);
        assertThat(balance(budget)).isEqualTo(9_995);
    }

    @Test
    void each_command_needs_the_role_for_it_and_the_budget_to_be_the_callers() {
        var budget = officer.openBudgetWith(10_000);
        var other = officer.openBudgetWith(10_000);
        var holder = LedgerClient.withToken(LEDGER, LEDGER.token("HOLDER", "amara", "northmere", List.of(budget)));
        var eastvale = LedgerClient.of(LEDGER, "ALLOCATOR", "a.shah", "eastvale");
        var commands = batch(
                false, spend(id(), budget, 1), spend(id(), other, 1), allocate(id(), budget, 1), open(id(), budget));

        assertThat(statuses(holder.post("/v1/batches", commands))).containsExactly(201, 404, 403, 403);
        assertThat(statuses(eastvale.post("/v1/batches", commands))).containsExactly(404, 404, 404, 409);
        assertThat(LedgerClient.as(LEDGER, "AUDITOR", "a.audit")
                        .post("/v1/batches", commands)
                        .text("code"))
                .isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(balance(budget)).isEqualTo(9_999);
        assertThat(balance(other)).isEqualTo(10_000);
    }

    @Test
    void the_chain_of_what_came_in_batches_is_whole() {
        var budget = officer.openBudgetWith(10_000_000);
        send(IntStream.range(0, 600).mapToObj(i -> spend(id(), budget, 1 + i)).toArray(String[]::new));

        var report = LedgerClient.as(LEDGER, "AUDITOR", "a.audit").get("/v1/budgets/" + budget + "/chain/verification");

        assertThat(report.body().required("whole").booleanValue()).isTrue();
        assertThat(report.number("verifiedVersions")).isEqualTo(602);
    }

    private LedgerClient.Answer send(String... commands) {
        var answer = officer.post("/v1/batches", batch(false, commands));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer;
    }

    private String refusal(String body) {
        var answer = officer.post("/v1/batches", body);
        return answer.status() + " " + answer.text("code");
    }

    private long balance(String budget) {
        return officer.get("/v1/budgets/" + budget + "/balance").number("balancePence");
    }

    static String batch(boolean atomic, String... commands) {
        return "{\"atomic\": %s, \"commands\": [%s]}".formatted(atomic, String.join(",\n", commands));
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    static String command(String id, String post, String body) {
        return "{\"commandId\": \"%s\", \"post\": \"%s\", \"body\": %s}".formatted(id, post, body);
    }

    static String withVersion(String command, long version) {
        return command.replaceFirst("\\{", "{\"ifMatch\": " + version + ", ");
    }

    static String open(String id, String budget) {
        return command(
                id,
                "/v1/budgets",
                "{\"budgetId\": \"%s\", \"personRef\": \"P-%s\", \"openedOn\": \"2025-04-01\"}"
                        .formatted(budget, budget));
    }

    static String allocate(String id, String budget, long pence) {
        return command(id, "/v1/budgets/" + budget + "/allocations", """
                {"stream": "SOCIAL_CARE", "oneOffPence": %d, "effectiveFrom": "2025-04-01"}""".formatted(pence));
    }

    static String spend(String id, String budget, long pence) {
        return command(id, "/v1/budgets/" + budget + "/spends", spendBody(pence));
    }

    static String spendBody(long pence) {
        return """
                {"stream": "SOCIAL_CARE", "amountPence": %d, "effectiveOn": "2025-05-06",
                 "evidence": {"kind": "STATEMENT_LINE", "reference": "line 1"}}""".formatted(pence);
    }

    static String authorise(String id, String budget, long pence) {
        return command(id, "/v1/budgets/" + budget + "/authorisations", authoriseBody(pence));
    }

    private static String authoriseBody(long pence) {
        return "{\"stream\": \"SOCIAL_CARE\", \"amountPence\": %d, \"effectiveOn\": \"2025-05-06\"}".formatted(pence);
    }

    static JsonNode result(LedgerClient.Answer answer, int place) {
        return answer.body().required("results").required(place);
    }

    static List<Integer> statuses(LedgerClient.Answer answer) {
        return answer.body()
                .path("results")
                .valueStream()
                .map(result -> result.required("status").intValue())
                .toList();
    }

    private static List<String> fields(LedgerClient.Answer answer) {
        return answer.body()
                .required("results")
                .valueStream()
                .map(result -> result.at("/problem/field").asText())
                .toList();
    }
}
