package org.budgetledger.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.budgetledger.api.CommandId;
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

    /** The command's id, which its sender chooses (R2). */
    static CommandId idempotencyKey(HttpServletRequest request) {
        var key = single(request, "Idempotency-Key");
        if (key == null) {
            throw new BadInput(
                    "IDEMPOTENCY_KEY_REQUIRED",
                    "Idempotency-Key",
                    "The header Idempotency-Key is missing: choose an id for the command, and send the same again when you repeat it.");
        }
        try {
            return new CommandId(key);
        } catch (IllegalArgumentException e) {
            throw new BadInput("INVALID_FIELD", "Idempotency-Key", "Idempotency-Key: " + e.getMessage() + ".");
        }
    }

    /** JSON is UTF-8 (RFC 8259), whether its type says so or not. */
    static void requireJson(HttpServletRequest request) {
        var type = single(request, "Content-Type");
        if (type == null || !is(MediaType.APPLICATION_JSON, type)) {
            throw new BadInput("JSON_REQUIRED", "Content-Type", "The body must be application/json.");
        }
    }

    /** Whether a content type, as it was sent, is another in UTF-8. */
    static boolean is(MediaType wanted, String text) {
        try {
            var type = MediaType.parseMediaType(text);
            return wanted.equalsTypeAndSubtype(type)
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
