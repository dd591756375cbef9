package org.budgetledger.service.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.Together;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Closing over HTTP: what is served, what cannot be changed, and what two closers at once come to. */
class ClosingTest {
    private static final RunningLedger LEDGER = RunningLedger.start();
    private static final String PERIOD = "/v1/periods/2025-04-07";

    @AfterAll
    static void stop() {
        LEDGER.close();
    }

    @Test
    void a_pack_is_served_byte_for_byte_with_the_digest_that_the_event_names() throws Exception {
        var council = new Council("digestham");
        council.clerk("ALLOCATOR").openBudgetWith(12_345);
        var closed = council.clerk("RECONCILER").post(PERIOD + "/closing", "").accepted();
        var pack = council.raw("AUDITOR", PERIOD + "/pack");
        assertThat(pack.statusCode()).isEqualTo(200);
        assertThat(pack.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(pack.headers().firstValueAsLong("Content-Length")).hasValue(pack.body().length);
        assertThat(closed.number("packBytes")).isEqualTo(pack.body().length);
        var digest = MessageDigest.getInstance("SHA-256").digest(pack.body());
        assertThat(closed.text("packSha256")).isEqualTo(HexFormat.of().formatHex(digest));
        assertThat(pack.headers().firstValue("Content-Digest"))
                .hasValue("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");

        var csv = new String(council.raw("AUDITOR", PERIOD + "/pack.csv").body(), StandardCharsets.UTF_8);
        assertThat(csv.lines().toList()).hasSize(2);
        assertThat(csv.lines().toList().getLast()).endsWith(",authority,SOCIAL_CARE,ENTITLEMENT,12345,0,0,12345");
    }

    @Test
    void the_same_closing_sent_again_gets_the_same_answer() {
        var council = new Council("twiceham");
        council.clerk("ALLOCATOR").openBudgetWith(100);
        var key = UUID.randomUUID().toString();
        var first =
                council.clerk("RECONCILER").post(PERIOD + "/closing", key, "").accepted();
        var again =
                council.clerk("RECONCILER").post(PERIOD + "/closing", key, "").accepted();
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void a_closing_that_takes_longer_is_told_to_ask_again_and_the_same_key_gets_its_answer() {
        var council = new Council("slowham");
        council.clerk("ALLOCATOR").openBudgetWith(100);
        var key = UUID.randomUUID().toString();
        var closer = council.clerk("RECONCILER");
        var audit = LEDGER.bean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessor("audit", StreamingEventProcessor.class)
                .orElseThrow();
        // A pack is made of a read side that shows all there is, so this one has to wait.
        audit.shutDown();
        try {
            var waiting = closer.post(PERIOD + "/closing", key, "");
            assertThat(waiting.status()).isEqualTo(202);
            assertThat(waiting.headers().firstValue("Location")).hasValue(PERIOD);
            assertThat(closer.get(PERIOD).text("state")).isIn("OVER", "CLOSING");
            assertThat(closer.post(PERIOD + "/closing", "").text("code")).isEqualTo("CLOSING_UNDER_WAY");
        } finally {
            audit.start();
        }
        LedgerClient.eventually(() -> closer.get(PERIOD).text("state").equals("CLOSED"));
        closer.post(PERIOD + "/closing", key, "").accepted();
    }

    @Test
    void of_two_closers_at_once_one_wins_and_the_period_is_closed_once() {
        var council = new Council("raceham");
        council.clerk("ALLOCATOR").openBudgetWith(100);
        var closer = council.clerk("RECONCILER");
        var answers = Together.run(4, _ -> closer.post(PERIOD + "/closing", ""));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.text("code")).isIn("ALREADY_DONE", "CLOSING_UNDER_WAY"));
        assertThat(council.clerk("AUDITOR")
                        .get("/v1/periods/chain/verification")
                        .number("verifiedVersions"))
                .isEqualTo(1);
    }

    @Test
    void a_pack_cannot_be_changed_and_one_that_was_is_not_served() {
        var council = new Council("alterham");
        council.clerk("ALLOCATOR").openBudgetWith(54_321);
        council.clerk("RECONCILER").post(PERIOD + "/closing", "").accepted();
        var jdbc = LEDGER.bean(JdbcClient.class);
        var change = """
                UPDATE period_pack_part SET content = overlay(content placing 'x'::bytea from 20)
                WHERE pack_id = (SELECT pack_id FROM period_pack WHERE authority = 'alterham')""";
        for (var attempt : List.of(
                change,
                "DELETE FROM period_pack",
                "TRUNCATE period_pack_budget",
                "UPDATE period_pack_entitlement SET entitled = 0")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(attempt).update())
                    .withMessageContaining("the pack of a period is never changed or deleted");
        }
        // Someone with all rights on the database.
        jdbc.sql("ALTER TABLE period_pack_part DISABLE TRIGGER append_only").update();
        jdbc.sql(change).update();
        jdbc.sql("ALTER TABLE period_pack_part ENABLE TRIGGER append_only").update();
        var pack = council.clerk("AUDITOR").get(PERIOD + "/pack");
        assertThat(pack.status()).isEqualTo(500);
        assertThat(pack.text("code")).isEqualTo("PACK_ALTERED");
        assertThat(council.clerk("AUDITOR").get(PERIOD + "/pack.csv").text("code"))
                .isEqualTo("PACK_ALTERED");
    }

    /** One authority of its own a test. */
    private record Council(String authority) {
        Council {
            LEDGER.setClock(Instant.parse("2025-05-06T09:00:00Z"));
        }

        LedgerClient clerk(String role) {
            return LedgerClient.of(LEDGER, role, "clerk-" + role, authority);
        }

        HttpResponse<byte[]> raw(String role, String path) throws IOException, InterruptedException {
            try (var http = HttpClient.newHttpClient()) {
                return http.send(
                        HttpRequest.newBuilder(URI.create(LEDGER.baseUri() + path))
                                .header(
                                        "Authorization",
                                        "Bearer " + LEDGER.token(role, "clerk-" + role, authority, List.of()))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
            }
        }
    }
}
