package org.budgetledger.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Reads request headers that mean one thing: said twice, they could mean another to whoever stands in between. */
final class Headers {
    private Headers() {}

    static @Nullable String single(HttpServletRequest request, String name) {
        var values = Collections.list(request.getHeaders(name));
        if (values.size() > 1) {
            throw new BadInput("INVALID_FIELD", name, "The header " + name + " may be given once.");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    /** JSON is UTF-8 (RFC 8259), whether its type says so or not. */
    static void requireJson(HttpServletRequest request) {
        var type = single(request, "Content-Type");
        if (type == null || !isJson(type)) {
            throw new BadInput("JSON_REQUIRED", "Content-Type", "The body must be application/json.");
        }
    }

    private static boolean isJson(String text) {
        try {
            var type = MediaType.parseMediaType(text);
            return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
