package org.budgetledger.service.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request as it will be written, well-formed or not. */
final class Draft {
    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final byte[] body;

    Draft(String method, String target, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = new LinkedHashMap<>(headers);
        this.body = body;
    }

    String method() {
        return method;
    }

    String target() {
        return target;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    Draft method(String other) {
        return new Draft(other, target, headers, body);
    }

    Draft target(String other) {
        return new Draft(method, other, headers, body);
    }

    Draft body(String other) {
        return body(other.getBytes(StandardCharsets.UTF_8));
    }

    Draft body(byte[] other) {
        return new Draft(method, target, headers, other);
    }

    Draft header(String name, String value) {
        var draft = new Draft(method, target, headers, body);
        draft.headers.put(name, value);
        return draft;
    }

    Draft without(String header) {
        var draft = new Draft(method, target, headers, body);
        draft.headers.remove(header);
        return draft;
    }

    @Override
    public String toString() {
        var shown = new String(body, StandardCharsets.UTF_8);
        var headersShown = new LinkedHashMap<>(headers);
        headersShown.computeIfPresent("Authorization", (name, value) -> shortened(value, 40));
        return method + " " + shortened(target, 300) + "\n" + shortened(headersShown.toString(), 600) + "\n"
                + shortened(shown, 1_000);
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "… (" + text.length() + " characters)";
    }
}
