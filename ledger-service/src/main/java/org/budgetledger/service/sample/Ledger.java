package org.budgetledger.service.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A running ledger, seen over HTTP, with tokens from its local issuer. */
final class Ledger implements AutoCloseable {
    static final String AUTHORITY = "northmere";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** More refusals to be busy than this mean that the service is down rather than busy. */
    private static final int MAX_TRIES = 20;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<TokenFor, String> tokens = new ConcurrentHashMap<>();

    Ledger(URI base) {
        this.base = base;
    }

    private record TokenFor(Desk desk, List<String> budgets) {}

    @Override
    public void close() {
        http.close();
    }

    /** What stands at a path; nothing when there is no such thing. */
    Optional<JsonNode> read(String path, Desk desk) {
        var response =
                patiently(() -> to(path, token(new TokenFor(desk, List.of()))).GET());
        return switch (response.statusCode()) {
            case 200 -> Optional.of(json(response.body()));
            case 404 -> Optional.empty();
            default -> throw new IllegalStateException("GET " + path + " was answered " + said(response));
        };
    }

    /** Sends a request until the ledger is not too busy for it: it has a key, so it is done once at most. */
    JsonNode send(SampleRequest request) {
        var who = new TokenFor(request.desk(), request.budgets());
        var response = patiently(() -> to(request.path(), token(who))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", request.key())
                .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body())));
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(request.method() + " " + request.path() + " " + request.body() + " as "
                    + request.desk() + " was answered " + said(response));
        }
        return json(response.body());
    }

    private static String said(HttpResponse<String> response) {
        return response.statusCode() + " " + response.body();
    }

    private HttpRequest.Builder to(String path, String token) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    private String token(TokenFor who) {
        return tokens.computeIfAbsent(who, this::issued);
    }

    private String issued(TokenFor who) {
        var asked = JSON.valueToTree(Map.of(
                "actor",
                who.desk().actor(),
                "role",
                who.desk().role().name(),
                "authority",
                AUTHORITY,
                "budgets",
                who.budgets()));
        var response = patiently(() -> HttpRequest.newBuilder(base.resolve("/local/tokens"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(asked.toString())));
        var token = json(response.body()).path("token");
        if (!token.isTextual()) {
            throw new IllegalStateException("no token from " + base
                    + "/local/tokens: the sample is for a ledger on this machine with its local issuer; it said "
                    + said(response));
        }
        return token.textValue();
    }

    /** What to send; made anew for each try, because a token may have been renewed. */
    private interface Attempt {
        HttpRequest.Builder request();
    }

    private HttpResponse<String> patiently(Attempt attempt) {
        for (var tries = 1; ; tries++) {
            var response = once(attempt.request().build());
            var expired = response.statusCode() == 401 && tries == 1;
            var busy = response.statusCode() == 429 || response.statusCode() == 503;
            if (tries == MAX_TRIES || !(expired || busy)) {
                return response;
            }
            if (expired) {
                tokens.clear();
            } else {
                pause(response, tries);
            }
        }
    }

    private HttpResponse<String> once(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + base, e);
        }
    }

    /** As long as the ledger asks for, else longer from time to time. */
    private static void pause(HttpResponse<String> response, int tries) {
        var asked = response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,3}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ofMillis(50L << Math.min(tries, 7)));
        try {
            Thread.sleep(asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    private static JsonNode json(String body) {
        try {
            var node = JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(body);
        }
    }
}
