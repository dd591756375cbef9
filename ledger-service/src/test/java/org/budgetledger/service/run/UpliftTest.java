package org.budgetledger.service.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.budgetledger.service.LedgerClient.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.budgetledger.api.BudgetId;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changing many rates at once, the April uplift of E6 among them. */
class UpliftTest {
    private static final RunningLedger LEDGER = RunningLedger.start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FROM_APRIL = "effectiveFrom=2026-04-01&reason=The%20April%20uplift.";

    @AfterAll
    static void stop() {
        LEDGER.close();
    }

    @Test
    void e6_an_uplift_is_backdated_to_the_penny_for_everyone_at_once() throws IOException {
        var council = new Council(LEDGER, "northmere");
        LEDGER.setClock(Instant.parse("2026-03-02T10:00:00Z"));
        council.ready("ezra", LocalDate.of(2026, 3, 2), 32_580);
        council.ready("fern", LocalDate.of(2026, 3, 2), 34_200);
        new Council(LEDGER, "elsewhere").ready("gita", LocalDate.of(2026, 3, 2), 10_000);
        var releaser = LedgerClient.as(LEDGER, "RELEASER", "r.ahmed");
        // P13 of 2025/26, P1 and P2 of 2026/27, each paid in advance by its pay run.
        paid(releaser, "2026-03-03T10:00:00Z", "2026-03-09", 2);
        paid(releaser, "2026-04-01T10:00:00Z", "2026-04-06", 2);
        paid(releaser, "2026-04-30T10:00:00Z", "2026-05-04", 2);

        LEDGER.setClock(Instant.parse("2026-05-29T10:00:00Z"));
        var unknown = UUID.randomUUID();
        var file = """
                budgetId,stream,weeklyPence
                %s,SOCIAL_CARE,34200
                %s,SOCIAL_CARE,34200
                %s,SOCIAL_CARE,34200
                %s,SOCIAL_CARE,34200
                %s,HEALTH,100
                """.formatted(
                        council.budget("ezra"),
                        council.budget("fern"),
                        unknown,
                        new Council(LEDGER, "elsewhere").budget("gita"),
                        council.budget("ezra"));
        var allocator = "j.okafor";
        var uplift = previewed(allocator, file);
        assertThat(uplift.at("/progress/rows").longValue()).isEqualTo(5);
        assertThat(uplift.at("/progress/toChange").longValue()).isEqualTo(1);
        assertThat(uplift.at("/progress/noChange").longValue()).isEqualTo(1);
        assertThat(uplift.path("notPossible"))
                .extracting(
                        reason -> reason.path("code").textValue(),
                        reason -> reason.path("rates").longValue())
                .containsExactly(tuple("BUDGET_NOT_FOUND", 2L), tuple("NOTHING_TO_REVISE", 1L));
        assertThat(uplift.at("/previewed/oldWeeklyPence").longValue()).isEqualTo(32_580);
        assertThat(uplift.at("/previewed/newWeeklyPence").longValue()).isEqualTo(34_200);
        assertThat(uplift.at("/previewed/change").textValue()).isEqualTo("£16.20");
        // 11.58 of P13, 64.80 of P1 and of P2.
        assertThat(uplift.at("/previewed/years"))
                .extracting(
                        year -> year.path("financialYear").textValue(),
                        year -> year.path("arrears").textValue())
                .containsExactly(tuple("2026/27", "£141.18"));
        assertThat(revisions(council.budget("ezra"))).isZero();

        var applied = applied(uplift);
        assertThat(applied.path("applied")).isEqualTo(uplift.path("previewed"));
        assertThat(applied.path("appliedBy").textValue()).isEqualTo(allocator);
        assertThat(revisions(council.budget("ezra"))).isEqualTo(1);
        assertThat(revisions(council.budget("fern"))).isZero();
        // P3: £1,368.00 and the arrears, £1,509.18; Fern's is £1,368.00.
        var p3 = paid(releaser, "2026-05-29T11:00:00Z", "2026-06-01", 2);
        assertThat(p3.at("/released/totalPence").longValue()).isEqualTo(150_918 + 136_800);

        // The same file once more changes nothing.
        var again = applied(previewed(allocator, file));
        assertThat(again.at("/progress/noChange").longValue()).isEqualTo(2);
        assertThat(again.at("/applied/rates").longValue()).isZero();
        assertThat(applied(uplift)).isEqualTo(applied);
        assertThat(revisions(council.budget("ezra"))).isEqualTo(1);

        var rows = get(allocator, uplift(uplift) + "/rows?status=CHANGED").path("rows");
        assertThat(rows).hasSize(1);
        assertThat(rows.at("/0/wasPence").longValue()).isEqualTo(32_580);
        var first = get(allocator, uplift(uplift) + "/rows?limit=2");
        var second = get(
                allocator,
                uplift(uplift) + "/rows?limit=3&cursor=" + first.path("next").textValue());
        assertThat(second.path("rows"))
                .extracting(row -> row.path("number").longValue())
                .containsExactly(3L, 4L, 5L);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void every_line_that_is_wrong_is_named_and_nothing_is_started() throws IOException {
        var budget = UUID.randomUUID();
        var answer = sent("j.okafor", "ALLOCATOR", FROM_APRIL, """
                budgetId,stream,weeklyPence
                %1$s,SOCIAL_CARE,34200
                %1$s,SOCIAL_CARE,34300
                %1$s,social care,34200
                %1$s,HEALTH,342.00
                %1$s,HEALTH,-1
                not-an-id,HEALTH,1
                %1$s,HEALTH
                %1$s,HEALTH,1000000001
                """.formatted(budget));
        assertThat(answer.statusCode()).isEqualTo(400);
        var problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.path("code").textValue()).isEqualTo("INVALID_ROWS");
        assertThat(problem.path("rowsRefused").longValue()).isEqualTo(7);
        assertThat(problem.path("rows"))
                .extracting(row -> row.path("line").longValue())
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(problem.at("/rows/0/detail").textValue()).contains("line 2");
        assertThat(problem.at("/rows/3/detail").textValue()).contains("whole number of pence");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "budgetId,stream,weeklyPence\n",
                "budgetId,stream,weekly\n",
                "budgetId;stream;weeklyPence\n",
                "budgetId,stream,weeklyPence\n\n",
                "budgetId,stream,weeklyPence\n\"unclosed",
            })
    void a_file_without_a_sound_row_is_refused(String file) throws IOException {
        var answer = sent("j.okafor", "ALLOCATOR", FROM_APRIL, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("INVALID_ROWS");
    }

    @Test
    void new_rates_come_as_json_as_well() {
        var allocator = LedgerClient.of(LEDGER, "PANEL", "the-panel", "by-json");
        LEDGER.setClock(Instant.parse("2026-05-29T10:00:00Z"));
        var council = new Council(LEDGER, "by-json");
        council.ready("ezra", LocalDate.of(2026, 3, 2), 32_580);
        var row = "{\"budgetId\": \"%s\", \"stream\": \"SOCIAL_CARE\", \"weeklyPence\": 34200}"
                .formatted(council.budget("ezra"));
        var body = "{\"effectiveFrom\": \"2026-06-01\", \"reason\": \"June\", \"rows\": [%s]}";
        var started = allocator.post("/v1/uplifts", body.formatted(row));
        assertThat(started.status()).as(started.body().toString()).isEqualTo(202);
        eventually(() -> allocator
                .get("/v1/uplifts/" + started.text("upliftId"))
                .text("state")
                .equals("PREVIEWED"));
        assertThat(allocator.get("/v1/uplifts").body().path("uplifts")).hasSize(1);

        var twice = allocator.post("/v1/uplifts", body.formatted(row + ", " + row));
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.body().at("/rows/0/line").longValue()).isEqualTo(2);
        assertThat(allocator.post("/v1/uplifts", body.formatted("")).text("code"))
                .isEqualTo("INVALID_FIELD");
        assertThat(allocator.post("/v1/uplifts?reason=x", body.formatted(row)).text("code"))
                .isEqualTo("INVALID_FIELD");
        var elsewhere = LedgerClient.of(LEDGER, "PANEL", "the-panel", "elsewhere");
        for (var path : List.of("", "/rows")) {
            assertThat(elsewhere
                            .get("/v1/uplifts/" + started.text("upliftId") + path)
                            .text("code"))
                    .isEqualTo("RUN_NOT_FOUND");
        }
        // An uplift is no pay run.
        assertThat(LedgerClient.of(LEDGER, "RELEASER", "r.ahmed", "by-json")
                        .post("/v1/pay-runs/" + started.text("upliftId") + "/release", "")
                        .text("code"))
                .isEqualTo("RUN_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RELEASER", "CARE_MANAGER", "AUDITOR", "HOLDER"})
    void nobody_else_changes_the_rates_of_many(String role) throws IOException {
        assertThat(sent("someone", role, FROM_APRIL, "budgetId,stream,weeklyPence\n")
                        .statusCode())
                .isEqualTo(403);
        assertThat(LedgerClient.as(LEDGER, role, "someone")
                        .post("/v1/uplifts/" + UUID.randomUUID() + "/apply", "")
                        .status())
                .isEqualTo(403);
    }

    private static JsonNode paid(LedgerClient releaser, String at, String periodFrom, int payments) {
        LEDGER.setClock(Instant.parse(at));
        var started = releaser.post("/v1/pay-runs", "{\"periodFrom\": \"" + periodFrom + "\"}");
        var run = "/v1/pay-runs/" + started.text("payRunId");
        eventually(() -> releaser.get(run).text("state").equals("PREVIEWED"));
        releaser.post(run + "/release", "");
        eventually(() -> releaser.get(run).text("state").equals("RELEASED"));
        var released = releaser.get(run).body();
        assertThat(released.at("/released/payments").longValue())
                .as(released.toString())
                .isEqualTo(payments);
        return released;
    }

    private static JsonNode previewed(String actor, String file) throws IOException {
        var answer = sent(actor, "ALLOCATOR", FROM_APRIL, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var started = new ObjectMapper().readTree(answer.body());
        eventually(() -> get(actor, uplift(started)).path("state").textValue().equals("PREVIEWED"));
        return get(actor, uplift(started));
    }

    private static JsonNode applied(JsonNode uplift) {
        var allocator = LedgerClient.as(LEDGER, "ALLOCATOR", "j.okafor");
        assertThat(allocator.post(uplift(uplift) + "/apply", "").status()).isEqualTo(202);
        eventually(() -> allocator.get(uplift(uplift)).text("state").equals("APPLIED"));
        return allocator.get(uplift(uplift)).body();
    }

    private static String uplift(JsonNode uplift) {
        return "/v1/uplifts/" + uplift.path("upliftId").textValue();
    }

    private static JsonNode get(String actor, String path) {
        return LedgerClient.as(LEDGER, "ALLOCATOR", actor).get(path).body();
    }

    private static HttpResponse<String> sent(String actor, String role, String query, String file) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(LEDGER.baseUri() + "/v1/uplifts?" + query))
                .header("Authorization", "Bearer " + LEDGER.token(role, actor, "northmere", List.of()))
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(file));
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static long revisions(BudgetId budget) {
        return LEDGER.bean(JdbcClient.class)
                .sql(
                        "SELECT count(*) FROM DomainEventEntry WHERE aggregateIdentifier = ? AND payloadType LIKE '%.AllocationRevised'")
                .param(budget.toString())
                .query(Long.class)
                .single();
    }
}
