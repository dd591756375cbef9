package org.budgetledger.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.LedgerClient.Answer;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not have the shape it must have is refused with a code and the field, and reaches no stream. */
class BadInputTest {
    private static final RunningLedger LEDGER = RunningLedger.shared();
    private static final LedgerClient OFFICER = LedgerClient.as(LEDGER, "ALLOCATOR", "j.okafor");
    private static final String BUDGET = "/v1/budgets/" + OFFICER.openBudgetWith(100_000);

    @AfterAll
    static void nothing_of_it_reached_the_stream() {
        // It was opened and given its sum, and that is all.
        assertThat(OFFICER.get(BUDGET + "/events").body().path("events")).hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            pounds in a field of that name    | "amount": 12.50                       | UNKNOWN_FIELD | amount
            pounds with their sign            | "amountPence": "£12.50"               | INVALID_FIELD | amountPence
            parts of a penny                  | "amountPence": 2.345                  | INVALID_FIELD | amountPence
            a point though the sum is whole   | "amountPence": 2.0                    | INVALID_FIELD | amountPence
            an exponent                       | "amountPence": 1e3                    | INVALID_FIELD | amountPence
            a negative sum                    | "amountPence": -1                     | INVALID_FIELD | amountPence
            no sum                            | "amountPence": 0                      | INVALID_FIELD | amountPence
            a penny above the limit           | "amountPence": 1000000001             | INVALID_FIELD | amountPence
            2^63                              | "amountPence": 9223372036854775808    | INVALID_FIELD | amountPence
            a number as text                  | "amountPence": "1250"                 | INVALID_FIELD | amountPence
            a truth for a sum                 | "amountPence": true                   | INVALID_FIELD | amountPence
            an unknown field                  | "surplus": 1                          | UNKNOWN_FIELD | surplus
            the command's id in the body      | "commandId": "x"                      | UNKNOWN_FIELD | commandId
            what the path gives               | "budgetId": "x"                       | UNKNOWN_FIELD | budgetId
            a stream that there is not        | "stream": "PLEASURE"                  | INVALID_FIELD | stream
            a stream in lower case            | "stream": "health"                    | INVALID_FIELD | stream
            a stream by its number            | "stream": 1                           | INVALID_FIELD | stream
            an id that is none                | "authorisationId": "1"                | INVALID_FIELD | authorisationId
            a shortened id                    | "authorisationId": "0-0-0-0-1"        | INVALID_FIELD | authorisationId
            a date before there were any      | "effectiveOn": "1997-03-31"           | INVALID_FIELD | effectiveOn
            a date too far ahead              | "effectiveOn": "2100-01-01"           | INVALID_FIELD | effectiveOn
            a day that February lacks         | "effectiveOn": "2025-02-30"           | INVALID_FIELD | effectiveOn
            a date as people write it         | "effectiveOn": "16/04/2025"           | INVALID_FIELD | effectiveOn
            a date with a time                | "effectiveOn": "2025-04-16T00:00:00Z" | INVALID_FIELD | effectiveOn
            a day as a number                 | "effectiveOn": 20194                  | INVALID_FIELD | effectiveOn
            a control character               | "description": "tea\\u0007"           | INVALID_FIELD | description
            a null character                  | "description": "tea\\u0000"           | INVALID_FIELD | description
            a lone surrogate                  | "description": "tea\\ud83d"           | INVALID_FIELD | description
            a direction override              | "description": "tea\\u202egnp.exe"    | INVALID_FIELD | description
            a blank text                      | "description": "  "                   | INVALID_FIELD | description
            a name where a reference belongs  | "approvers": ["Amara Okafor"]         | INVALID_FIELD | approvers[0]
            nothing in a list                 | "approvers": [null]                   | INVALID_FIELD | approvers[0]
            text for a list                   | "approvers": "person-1"               | INVALID_FIELD | approvers
            an object for a text              | "category": {}                        | INVALID_FIELD | category
            """)
    void a_field_that_is_wrong_is_named(String what, String field, String code, String named) {
        var name = field.substring(0, field.indexOf(':'));
        var sound = List.of(
                "\"stream\": \"SOCIAL_CARE\"",
                "\"amountPence\": 1250",
                "\"evidence\": {\"kind\": \"STATEMENT_LINE\", \"reference\": \"line 7\"}");
        var fields = new ArrayList<>(
                sound.stream().filter(other -> !other.startsWith(name + ":")).toList());
        fields.add(field);
        refused(spend("{" + String.join(", ", fields) + "}"), 400, code, named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            "amountPence": 1, "evidence": {"kind": "MANUAL_ENTRY", "reference": "x"}                  | MISSING_FIELD | stream
            "amountPence": 1, "stream": "HEALTH"                                                      | MISSING_FIELD | evidence
            "amountPence": null, "stream": "HEALTH", "evidence": {"kind": "MANUAL_ENTRY", "reference": "x"} | MISSING_FIELD | amountPence
            "amountPence": 1, "stream": "HEALTH", "evidence": {"kind": "MANUAL_ENTRY"}                | MISSING_FIELD | evidence.reference
            "amountPence": 1, "stream": "HEALTH", "evidence": {"kind": "HEARSAY", "reference": "x"}   | INVALID_FIELD | evidence.kind
            "amountPence": 1, "stream": "HEALTH", "evidence": {"kind": "MANUAL_ENTRY", "reference": "x", "y": 1} | UNKNOWN_FIELD | evidence.y
            """)
    void a_field_deeper_down_is_named_by_its_path(String fields, String code, String named) {
        refused(spend("{" + fields + "}"), 400, code, named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amountPence\": 1",
                "{'amountPence': 1}",
                "{\"amountPence\": NaN}",
                "{\"amountPence\": 01}",
                "{\"amountPence\": 1} and more",
                "{\"amountPence\": 1, \"amountPence\": 2}",
                "[]",
                "null",
                "\"text\"",
                "<spend/>"
            })
    void what_is_not_a_json_object_is_refused(String body) {
        var answer = spend(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("MALFORMED_JSON");
    }

    @Test
    void five_thousand_characters_are_too_many_for_a_text() {
        refused(
                OFFICER.post(BUDGET + "/suspension", "{\"reason\": \"" + "x".repeat(5_000) + "\"}"),
                400,
                "INVALID_FIELD",
                "reason");
    }

    @Test
    void ten_megabytes_are_refused_and_the_sender_hears_why() {
        var answer = spend("{\"description\": \"" + "x".repeat(10 * 1024 * 1024) + "\"}");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("code")).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void what_is_nested_without_end_is_refused() {
        assertThat(spend("{\"a\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}")
                        .text("code"))
                .isEqualTo("MALFORMED_JSON");
    }

    @Test
    void an_id_in_the_path_that_is_none_is_named() {
        refused(OFFICER.get("/v1/budgets/1/balance"), 400, "INVALID_FIELD", "budgetId");
        refused(OFFICER.post("/v1/budgets/1/spends", "{}"), 400, "INVALID_FIELD", "budgetId");
        refused(
                OFFICER.post(
                        BUDGET + "/spends/seven/refunds",
                        "{\"amountPence\": 1, \"evidence\": {\"kind\": \"MANUAL_ENTRY\", \"reference\": \"x\"}}"),
                400,
                "INVALID_FIELD",
                "spendId");
    }

    @Test
    void an_id_that_names_nothing_is_said_to_name_nothing() {
        var nobody = UUID.randomUUID();
        var answer = OFFICER.get("/v1/budgets/" + nobody);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("code")).isEqualTo("BUDGET_NOT_FOUND");
        assertThat(answer.text("detail")).contains(nobody.toString());

        var nothing = UUID.randomUUID();
        var refund = OFFICER.post(
                BUDGET + "/spends/" + nothing + "/refunds",
                "{\"amountPence\": 1, \"evidence\": {\"kind\": \"MANUAL_ENTRY\", \"reference\": \"x\"}}");
        assertThat(refund.status()).isEqualTo(404);
        assertThat(refund.text("code")).isEqualTo("UNKNOWN_ENTRY");
        assertThat(refund.text("detail")).contains(nothing.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, INVALID_FIELD, limit",
        "limit=201, INVALID_FIELD, limit",
        "limit=abc, INVALID_FIELD, limit",
        "limit=99999999999, INVALID_FIELD, limit",
        "cursor=x, INVALID_FIELD, cursor",
        "Limit=5, UNKNOWN_PARAMETER, Limit"
    })
    void a_query_parameter_that_is_wrong_is_named(String query, String code, String named) {
        refused(OFFICER.get("/v1/budgets?" + query), 400, code, named);
    }

    @Test
    void a_header_that_is_wrong_is_named() {
        refused(OFFICER.post(BUDGET + "/spends", "short", "{}"), 400, "INVALID_FIELD", "Idempotency-Key");
        refused(
                OFFICER.post(BUDGET + "/spends", UUID.randomUUID().toString(), "{}", "If-Match", "7"),
                400,
                "INVALID_FIELD",
                "If-Match");
        refused(
                OFFICER.post(BUDGET + "/spends", UUID.randomUUID().toString(), "{}", "Content-Type", "text/plain"),
                400,
                "INVALID_FIELD",
                "Content-Type");
    }

    @Test
    void what_is_asked_of_the_wrong_address_or_method_is_a_problem_too() {
        var nowhere = OFFICER.get("/v1/nowhere");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.text("code")).isEqualTo("NOT_FOUND");
        assertThat(nowhere.headers().firstValue("Content-Type")).contains("application/problem+json");
        var method = OFFICER.post("/v1/caseload", "{}");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.text("code")).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(method.text("detail")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{}", "{\"actor\": \"a\", \"role\": \"KING\"}", "{\"actor\": \"\\ud800\"}"})
    void the_local_issuer_refuses_like_the_rest(String body) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(LEDGER.baseUri() + "/local/tokens"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("\"code\":");
        }
    }

    private static Answer spend(String body) {
        return OFFICER.post(BUDGET + "/spends", body);
    }

    private static void refused(Answer answer, int status, String code, String field) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.text("code")).as(answer.body().toString()).isEqualTo(code);
        assertThat(answer.text("field")).as(answer.body().toString()).isEqualTo(field);
        assertThat(answer.text("detail")).contains(field.replaceFirst("\\[\\d+]$", ""));
    }
}
