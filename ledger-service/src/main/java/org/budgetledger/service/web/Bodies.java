package org.budgetledger.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Reads request bodies, up to a limit. */
public final class Bodies {
    /** Far more than any one command needs; larger bodies are refused before they are read. */
    static final int MAX_BODY_BYTES = 256 * 1024;

    private Bodies() {}

    /** The whole body. */
    public static byte[] read(HttpServletRequest request) throws IOException {
        return read(request, MAX_BODY_BYTES);
    }

    /** The whole body, of so many bytes at most. */
    static byte[] read(HttpServletRequest request, int maxBytes) throws IOException {
        if (request.getContentLengthLong() > maxBytes) {
            throw tooLarge(maxBytes);
        }
        var body = request.getInputStream().readNBytes(maxBytes + 1);
        if (body.length > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return body;
    }

    static BadInput tooLarge(int maxBytes) {
        return new BadInput("BODY_TOO_LARGE", null, "The body is larger than " + maxBytes + " bytes.");
    }
}
