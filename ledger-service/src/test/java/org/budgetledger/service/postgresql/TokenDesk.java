package org.budgetledger.service.postgresql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.budgetledger.service.SomeIssuer;

/** Gives tokens of somebody else's issuer over HTTP, as the local issuer of the default start does. */
final class TokenDesk implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SomeIssuer issuer;
    private final HttpServer server;

    TokenDesk(SomeIssuer issuer) throws IOException {
        this.issuer = issuer;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = JSON.readTree(exchange.getRequestBody());
            var token = issuer.token(asked.required("actor").asText(), claims(asked));
            var body = JSON.writeValueAsString(Map.of("token", token)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (JOSEException e) {
            throw new IOException(e);
        }
    }

    private static Map<String, Object> claims(JsonNode asked) {
        var claims = new HashMap<String, Object>();
        asked.properties()
                .forEach(field -> claims.put(field.getKey(), JSON.convertValue(field.getValue(), Object.class)));
        claims.remove("actor");
        return claims;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
