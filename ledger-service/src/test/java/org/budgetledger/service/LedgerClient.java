package org.budgetledger.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Speaks to a running ledger as one person in one role, over HTTP. */
public final class LedgerClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final int PAUSE_MILLIS = 50;

    private final RunningLedger ledger;
    private final String token;

    private LedgerClient(RunningLedger ledger, String token) {
        this.ledger = ledger;
        this.token = token;
    }

    /** Someone of the council Northmere. */
    public static LedgerClient as(RunningLedger ledger, String role, String actor) {
        return of(ledger, role, actor, "northmere");
    }

    /** Someone of any authority. */
    public static LedgerClient of(RunningLedger ledger, String role, String actor, String authority) {
        return new LedgerClient(ledger, ledger.token(role, actor, authority, List.of()));
    }

    /** Whoever a token says. */
    public static LedgerClient withToken(RunningLedger ledger, String token) {
        return new LedgerClient(ledger, token);
    }

    /** Someone who runs the service. */
    public static LedgerClient operator(RunningLedger ledger) {
        var request = """
                {"actor": "o.perator", "role": "AUDITOR", "authority": "northmere", "scope": "ledger.operate"}""";
        return new LedgerClient(
                ledger,
                send(HttpRequest.newBuilder(URI.create(ledger.baseUri() + "/local/tokens"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(request)))
                        .text("token"));
    }

    /** Waits, up to half a minute, until something holds. */
    public static void eventually(BooleanSupplier condition) {
        eventually(condition, Duration.ofSeconds(30));
    }

    /** Waits until something holds, but no longer than that. */
    public static void eventually(BooleanSupplier condition, Duration patience) {
        var holds = condition.getAsBoolean();
        for (var i = 0; i < patience.toMillis() / PAUSE_MILLIS && !holds; i++) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            holds = condition.getAsBoolean();
        }
        assertThat(holds).isTrue();
    }

    /** An answer: its status and, where it has one, its JSON. */
    public record Answer(int status, JsonNode body, java.net.http.HttpHeaders headers) {
        public String text(String field) {
            return body.required(field).asText();
        }

        public long number(String field) {
            return body.required(field).asLong();
        }

        /** Itself, once it is clear that the command was accepted. */
        public Answer accepted() {
            assertThat(status).as(body.toString()).isEqualTo(201);
            return this;
        }
    }

    public Answer post(String path, String body) {
        return post(path, UUID.randomUUID().toString(), body);
    }

    /** Posts with a command id of one's own choice and any further headers, in pairs. */
    public Answer post(String path, String commandId, String body, String... headers) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", commandId)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Opens a budget and gives it money that the authority manages: entitled at once, as a one-off sum. */
    public String openBudgetWith(long pence) {
        var id = post("/v1/budgets", "{\"personRef\": \"P-" + UUID.randomUUID() + "\", \"openedOn\": \"2025-04-01\"}")
                .accepted()
                .text("budgetId");
        post("/v1/budgets/" + id + "/allocations", """
                        {"stream": "SOCIAL_CARE", "oneOffPence": %d, "effectiveFrom": "2025-04-01"}""".formatted(pence)).accepted();
        return id;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(ledger.baseUri() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var body = answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
            return new Answer(answer.statusCode(), body, answer.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
