package org.budgetledger.service.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.budgetledger.service.SomeIssuer;
import org.budgetledger.service.process.LedgerProcess;

/** Real HTTP to the nodes of a ledger. */
final class Wire implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Longer than the ledger makes anyone wait on purpose. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Tokens hold for ten minutes. */
    private static final Duration TOKENS_RENEWED_AFTER = Duration.ofMinutes(5);

    private static final String OPERATOR = "operator";

    private final SomeIssuer issuer;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private record Token(String text, Instant issuedAt) {}

    /** What a node said to a question; status 0 where it said nothing. */
    record Reply(int status, JsonNode body) {}

    Wire(SomeIssuer issuer) {
        this.issuer = issuer;
    }

    /** Sends a command to a node, once. */
    Answer send(LedgerProcess node, Command command) {
        try {
            var response = http.send(
                    to(node, command.path(), command.desk().name())
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", command.key())
                            .POST(HttpRequest.BodyPublishers.ofString(command.body()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var body = json(response.body());
            return switch (response.statusCode() / 100) {
                case 2 -> new Answer.Acknowledged(body);
                case 5 ->
                    new Answer.Unknown(
                            response.statusCode() + " " + body.path("code").asText());
                default ->
                    new Answer.Refused(response.statusCode(), body.path("code").asText());
            };
        } catch (IOException e) {
            return new Answer.Unknown(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unknown("interrupted");
        }
    }

    /** Asks a node something, once, as an auditor. */
    Reply ask(LedgerProcess node, String path) {
        return reply(to(node, path, Desk.AUDITOR.name()).GET());
    }

    /** Asks a node something, or has it do something, as who operates it. */
    Reply operate(LedgerProcess node, String method, String path) {
        return reply(to(node, path, OPERATOR).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private Reply reply(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            return new Reply(0, JSON.createObjectNode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply(0, JSON.createObjectNode());
        }
    }

    private HttpRequest.Builder to(LedgerProcess node, String path, String who) {
        return HttpRequest.newBuilder(URI.create(node.baseUri() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(who));
    }

    private String token(String who) {
        return tokens.compute(
                        who,
                        (_, had) -> had == null
                                        || had.issuedAt()
                                                .plus(TOKENS_RENEWED_AFTER)
                                                .isBefore(Instant.now())
                                ? new Token(issued(who), Instant.now())
                                : had)
                .text();
    }

    private String issued(String who) {
        try {
            return who.equals(OPERATOR)
                    ? issuer.operatorToken("o.perator")
                    : issuer.token(who, Desk.valueOf(who).actor());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) throws IOException {
        return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
    }
}
