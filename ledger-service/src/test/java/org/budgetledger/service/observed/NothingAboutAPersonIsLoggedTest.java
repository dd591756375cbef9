package org.budgetledger.service.observed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.Logged;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log is read by who may not read budgets: it says what failed and in which request, and nothing about a person. */
class NothingAboutAPersonIsLoggedTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RunningLedger LEDGER = RunningLedger.start();
    private final Zebra zebra = new Zebra(LEDGER);

    @AfterAll
    static void stop() {
        LEDGER.close();
    }

    @Test
    void nothing_of_what_is_accepted_refused_or_misshapen_is_logged() {
        try (var log = new Logged(LEDGER)) {
            zebra.tell();

            assertThatNoZebraIsIn(log);
        }
    }

    @Test
    void a_view_that_cannot_take_an_event_in_says_why_but_not_whom_it_is_about() {
        jdbc().sql("ALTER TABLE budget ADD CONSTRAINT nobody_else CHECK (person_ref <> 'P-ZEBRA-2')")
                .update();
        try (var log = new Logged(LEDGER)) {
            var budget = zebra.as("ALLOCATOR")
                    .post("/v1/budgets", "{\"personRef\": \"P-ZEBRA-2\", \"openedOn\": \"2025-04-01\"}")
                    .accepted()
                    .text("budgetId");

            var behind = zebra.as("ALLOCATOR").get("/v1/budgets/" + budget);

            assertThat(behind.status()).isEqualTo(503);
            assertThat(line(log, behind).required("log").required("level").textValue())
                    .isEqualTo("WARN");
            assertThat(log.console()).contains("nobody_else");
            assertThatNoZebraIsIn(log);
        } finally {
            jdbc().sql("ALTER TABLE budget DROP CONSTRAINT nobody_else").update();
            LedgerClient.operator(LEDGER).post("/v1/operations/projections/budgets/dead-letters/retry", "");
        }
    }

    @Test
    void a_request_that_fails_on_our_side_is_one_line_with_its_cause_that_is_found_by_its_id() {
        var id = zebra.as("ALLOCATOR")
                .post("/v1/budgets", "{\"personRef\": \"P-ZEBRA-3\", \"openedOn\": \"2025-04-01\"}")
                .accepted()
                .text("budgetId");
        assertThat(zebra.as("ALLOCATOR").get("/v1/budgets/" + id).status()).isEqualTo(200);
        jdbc().sql("ALTER TABLE budget_fact RENAME TO budget_fact_away").update();
        try (var log = new Logged(LEDGER)) {
            var failed = zebra.as("ALLOCATOR").get("/v1/budgets/" + id);

            assertThat(failed.status()).isEqualTo(500);
            var line = line(log, failed);
            assertThat(line.required("log").required("level").textValue()).isEqualTo("ERROR");
            // The cause comes first, so that it is there where a collector cuts the line.
            assertThat(line.required("error").required("stack_trace").textValue())
                    .startsWith("org.postgresql.util.PSQLException: ERROR: relation \"budget_fact\" does not exist");
            assertThat(log.console().lines())
                    .anyMatch(text -> text.contains("ERROR")
                            && text.contains("[" + requestId(failed) + "]")
                            && text.contains("a request failed"));
            assertThatNoZebraIsIn(log);
        } finally {
            jdbc().sql("ALTER TABLE budget_fact_away RENAME TO budget_fact").update();
        }
    }

    @Test
    void a_command_that_the_store_cannot_take_is_found_by_its_own_id_too() {
        jdbc().sql("ALTER TABLE DomainEventEntry ADD CONSTRAINT nothing_more"
                        + " CHECK (convert_from(payload, 'UTF8') NOT LIKE '%P-ZEBRA-4%')")
                .update();
        try (var log = new Logged(LEDGER)) {
            var failed = zebra.as("ALLOCATOR").post("/v1/budgets", "the-key-of-its-sender", """
                                    {"personRef": "P-ZEBRA-4", "openedOn": "2025-04-01"}""");

            assertThat(failed.status()).isEqualTo(500);
            var line = line(log, failed);
            assertThat(line.required("commandId").textValue()).isEqualTo("the-key-of-its-sender");
            assertThat(line.required("error").required("stack_trace").textValue())
                    .contains("nothing_more");
            assertThat(log.console().lines())
                    .anyMatch(text -> text.contains("[" + requestId(failed) + "] [the-key-of-its-sender]"));
            assertThatNoZebraIsIn(log);
        } finally {
            jdbc().sql("ALTER TABLE DomainEventEntry DROP CONSTRAINT nothing_more")
                    .update();
        }
    }

    /** The one line at WARN or above that carries the id that the answer gave for its request. */
    private static JsonNode line(Logged log, LedgerClient.Answer answer) {
        var lines = log.structured().stream()
                .map(NothingAboutAPersonIsLoggedTest::json)
                .filter(line -> requestId(answer).equals(line.path("traceId").textValue()))
                .filter(line ->
                        List.of("WARN", "ERROR").contains(line.at("/log/level").textValue()))
                .toList();
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    private static String requestId(LedgerClient.Answer answer) {
        return answer.headers().firstValue("Request-Id").orElseThrow();
    }

    private static void assertThatNoZebraIsIn(Logged log) {
        assertThat(log.console().toLowerCase(Locale.ROOT)).doesNotContain(Zebra.SIGN);
        assertThat(log.structured())
                .allSatisfy(line -> assertThat(line.toLowerCase(Locale.ROOT)).doesNotContain(Zebra.SIGN));
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JdbcClient jdbc() {
        return LEDGER.bean(JdbcClient.class);
    }
}
