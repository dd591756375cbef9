package org.budgetledger.service.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP/1.1 byte for byte: a well-behaved client would not send most of what the fuzz must. */
final class RawHttp {
    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(60).toMillis();
    private final URI base;

    RawHttp(URI base) {
        this.base = base;
    }

    /** An answer; header names in lower case. */
    static final class Answer {
        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;

        Answer(int status, Map<String, String> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body;
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Answer send(Draft draft) throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            var head = new StringBuilder(draft.method() + " " + draft.target() + " HTTP/1.1\r\n");
            head.append("Host: ").append(base.getAuthority()).append("\r\nConnection: close\r\n");
            draft.headers()
                    .forEach((name, value) ->
                            head.append(name).append(": ").append(value).append("\r\n"));
            if (draft.body().length > 0 || draft.method().equals("POST")) {
                head.append("Content-Length: ").append(draft.body().length).append("\r\n");
            }
            head.append("\r\n");
            var out = socket.getOutputStream();
            // Each character is one byte: what is not Latin-1 was chosen to be garbage.
            var whole = new ByteArrayOutputStream();
            whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            whole.writeBytes(draft.body());
            whole.writeTo(out);
            return read(socket.getInputStream());
        }
    }

    private static Answer read(InputStream in) throws IOException {
        var status = status(in);
        // Go on, says the server, and answers afterwards.
        while (status == 100) {
            line(in);
            status = status(in);
        }
        var headers = new TreeMap<String, String>();
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        var body = "chunked".equals(headers.get("transfer-encoding")) ? chunks(in) : in.readAllBytes();
        return new Answer(status, headers, body);
    }

    private static int status(InputStream in) throws IOException {
        var line = line(in);
        if (!line.matches("HTTP/1.1 \\d{3}.*")) {
            throw new IOException("not an answer: '" + line + "'");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        // A stream that ends before its last chunk is an answer that broke off.
        for (var size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException(
                        "the connection was closed after '" + line.toString(StandardCharsets.UTF_8) + "'");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }
}
