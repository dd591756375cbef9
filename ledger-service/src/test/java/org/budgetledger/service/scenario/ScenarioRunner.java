package org.budgetledger.service.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Runs scenarios over HTTP, one request a step, and says plainly what was expected and what came. */
final class ScenarioRunner implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNAVAILABLE = 503;

    /** How long a reading may answer that the view is not level yet; what it shows then is never stale. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(25);

    private final ScenarioHost host;
    private final Duration patience;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ScenarioRunner(ScenarioHost host, Duration patience) {
        this.host = host;
        this.patience = patience;
    }

    @Override
    public void close() {
        http.close();
    }

    /** Runs every step in its order; the first that is not as expected fails the scenario. */
    void run(Scenario scenario) {
        var variables = new Variables();
        var tokens = new HashMap<Caller, String>();
        for (var step : scenario.steps()) {
            var where = scenario.file() + ", " + step.title();
            host.setClock(step.at());
            var caller = step.caller().with(variables);
            var token = tokens.computeIfAbsent(caller, who -> token(who, where));
            var answer = answerTo(step, variables, token);
            var expected = new LinkedHashMap<String, JsonNode>();
            step.expect().forEach((path, value) -> expected.put(path, variables.in(value)));
            var differences = Expectation.differences(expected, answer.status(), answer.body());
            if (!differences.isEmpty()) {
                throw new AssertionError(where + ", as " + caller.role() + " " + caller.actor() + " at " + step.at()
                        + differences.stream().collect(Collectors.joining("\n  ", "\n  ", "\n"))
                        + "  the answer was " + answer.status() + " " + answer.body());
            }
            step.save().forEach((name, path) -> variables.save(name, saved(name, path, answer, where)));
        }
    }

    private record Answer(int status, JsonNode body) {}

    private static JsonNode saved(String name, String path, Answer answer, String where) {
        var value = AnswerPath.find(path, answer.body());
        if (!value.isValueNode() || value.isNull()) {
            throw new AssertionError(where + ": cannot save " + name + ", for the answer has no value at " + path + ": "
                    + answer.body());
        }
        return value;
    }

    /** A command is sent once; a reading is repeated while the view is not level with what was recorded. */
    private Answer answerTo(Step step, Variables variables, String token) {
        var request = request(step, variables, token);
        var answer = send(request);
        var deadline = Instant.now().plus(patience);
        while (answer.status() == UNAVAILABLE
                && step.method().equals("get")
                && Instant.now().isBefore(deadline)) {
            pause();
            answer = send(request);
        }
        return answer;
    }

    private HttpRequest request(Step step, Variables variables, String token) {
        var query = step.query().entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(variables.in(entry.getValue())))
                .collect(Collectors.joining("&"));
        var uri = host.baseUri().resolve(variables.in(step.path()) + (query.isEmpty() ? "" : "?" + query));
        var request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json");
        var headers = new LinkedHashMap<String, String>();
        if (step.method().equals("post")) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
            headers.put("Content-Type", "application/json");
        }
        step.headers().forEach((name, value) -> headers.put(name, variables.in(value)));
        headers.forEach(request::setHeader);
        var body = step.body();
        return switch (step.method()) {
            case "get" -> request.GET().build();
            case "post" ->
                request.POST(HttpRequest.BodyPublishers.ofString(
                                body == null ? "{}" : variables.in(body).toString()))
                        .build();
            default -> throw new IllegalStateException("no such method: " + step.method());
        };
    }

    private String token(Caller caller, String where) {
        var claims = JSON.valueToTree(Map.of(
                "actor",
                caller.actor(),
                "role",
                caller.role(),
                "authority",
                caller.authority(),
                "budgets",
                List.copyOf(caller.budgets())));
        var answer = send(HttpRequest.newBuilder(host.issuer())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(claims.toString()))
                .build());
        var token = answer.body().path("token");
        if (!token.isTextual()) {
            throw new AssertionError(where + ": no token for " + caller + ": " + answer.status() + " " + answer.body());
        }
        return token.textValue();
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(request.method() + " " + request.uri(), e);
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

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
