package org.budgetledger.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the other tests over HTTP rest on. */
class RunningLedgerTest {
    @Test
    void a_restart_keeps_what_was_recorded_and_the_clock_is_the_tests() throws Exception {
        try (var ledger = RunningLedger.start()) {
            ledger.setClock(Instant.parse("2025-04-22T10:00:00Z"));
            var first = open(ledger);
            assertThat(first.path("recordedAt").textValue()).isEqualTo("2025-04-22T10:00:00Z");
            // The civil date in London, which the caller left out.
            assertThat(first.path("openedOn").textValue()).isEqualTo("2025-04-22");

            ledger.setClock(Instant.parse("2025-05-01T10:00:00Z"));
            ledger.restart();

            // R2: the same command gets its first answer again, now from what is stored.
            assertThat(open(ledger)).isEqualTo(first);
        }
    }

    private static JsonNode open(RunningLedger ledger) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(ledger.baseUri() + "/v1/budgets"))
                            .header("Authorization", "Bearer " + ledger.token("ALLOCATOR", "j.okafor", null, List.of()))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "opens-amaras-budget")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"personRef\":\"person-1\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return new ObjectMapper().readTree(answer.body());
        }
    }
}
