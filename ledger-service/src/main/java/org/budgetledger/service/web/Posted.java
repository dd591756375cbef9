package org.budgetledger.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.budgetledger.api.CommandId;
import org.budgetledger.service.store.HashChain;
import org.springframework.http.MediaType;

/**
 * Something asked of the ledger as a whole rather than of one stream, read as strictly as a command.
 *
 * @param key the id that its sender chose for it (R2)
 * @param body what is asked
 * @param digest SHA-256 of what was sent, so that a repeated request is known
 * @param <T> what is asked
 */
public record Posted<T>(CommandId key, T body, String digest) {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");

    /** The request's body as a record. */
    public static <T> Posted<T> json(HttpServletRequest request, Class<T> type, int maxBytes) throws IOException {
        var key = key(request);
        var body = Bodies.read(request, maxBytes);
        Headers.requireJson(request);
        return new Posted<>(key, StrictJson.read(body, type), digest(request, body));
    }

    /** Whether the body is a file of comma-separated values. */
    public static boolean isCsv(HttpServletRequest request) {
        var type = Headers.single(request, "Content-Type");
        return type != null && Headers.is(CSV, type);
    }

    /** The request's body as text in UTF-8. */
    public static Posted<String> text(HttpServletRequest request, int maxBytes) throws IOException {
        var key = key(request);
        var body = Bodies.read(request, maxBytes);
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return new Posted<>(key, text.toString(), digest(request, body));
        } catch (CharacterCodingException e) {
            throw new BadInput("INVALID_FIELD", null, "The file is not in UTF-8.");
        }
    }

    private static CommandId key(HttpServletRequest request) {
        if (Headers.single(request, "If-Match") != null) {
            throw new BadInput("INVALID_FIELD", "If-Match", "If-Match is about one stream, and does not go with this.");
        }
        var key = Headers.idempotencyKey(request);
        Correlation.about(key);
        return key;
    }

    private static String digest(HttpServletRequest request, byte[] body) {
        return HashChain.sha256(request.getRequestURI() + "?" + request.getQueryString() + "\n"
                + new String(body, StandardCharsets.UTF_8));
    }
}
