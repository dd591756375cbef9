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
        if (request.getContentLengthLong() > MAX_BODY_BYTES) {
            throw tooLarge();
        }
        var body = request.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw tooLarge();
        }
        return body;
    }

    private static BadInput tooLarge() {
        return new BadInput("BODY_TOO_LARGE", null, "The body is larger than " + MAX_BODY_BYTES + " bytes.");
    }
}
