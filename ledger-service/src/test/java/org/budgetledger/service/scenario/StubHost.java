package org.budgetledger.service.scenario;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A host with one answer to everything but tokens, after not being level yet for a while; it remembers what it was asked. */
final class StubHost implements ScenarioHost, AutoCloseable {
    private final HttpServer server;
    private final int unavailable;
    private final int status;
    private final String answer;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    StubHost(int status, String answer) throws IOException {
        this(0, status, answer);
    }

    /** Answers that many requests with 503 first. */
    StubHost(int unavailable, int status, String answer) throws IOException {
        this.unavailable = unavailable;
        this.status = status;
        this.answer = answer;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @Override
    public URI baseUri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void setClock(Instant at) {
        asked.add("clock " + at);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var path = exchange.getRequestURI().toString();
        if (path.equals("/local/tokens")) {
            asked.add("token " + body);
            send(exchange, 200, "{\"token\":\"t\"}");
        } else {
            var sent = asked.stream().filter(line -> line.startsWith("/")).count();
            asked.add(path + " " + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + body);
            if (sent < unavailable) {
                send(exchange, 503, "{\"code\":\"VIEW_BEHIND\"}");
            } else {
                send(exchange, status, answer);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
