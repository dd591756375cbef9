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

/** A host that gives the same answer to everything but tokens, and remembers what it was asked. */
final class StubHost implements ScenarioHost, AutoCloseable {
    private final HttpServer server;
    private final int status;
    private final List<String> answers;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Answers in their order; the last of them again and again. */
    StubHost(int status, String... answers) throws IOException {
        this.status = status;
        this.answers = List.of(answers);
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
            send(exchange, status, answers.get((int) Math.min(sent, answers.size() - 1L)));
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
