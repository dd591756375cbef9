package org.budgetledger.service.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection that is kept open and costs next to nothing: what is measured is the ledger, on the cores that are left to it. */
final class LeanClient implements AutoCloseable {
    /** An answer's status and body. */
    record Answer(int status, String body) {}

    private final Socket socket = new Socket();
    private final BufferedInputStream in;
    private final OutputStream out;
    private final String host;

    LeanClient(URI base) throws IOException {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        host = base.getAuthority();
    }

    Answer post(String path, String token, String key, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var head = "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + token
                + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        return ask(head, body);
    }

    Answer get(String path, String token) throws IOException {
        return ask(
                "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + token + "\r\n\r\n",
                new byte[0]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private Answer ask(String head, byte[] body) throws IOException {
        var bytes = head.getBytes(StandardCharsets.US_ASCII);
        var request = new byte[bytes.length + body.length];
        System.arraycopy(bytes, 0, request, 0, bytes.length);
        System.arraycopy(body, 0, request, bytes.length, body.length);
        out.write(request);
        out.flush();
        var status = Integer.parseInt(line().substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
        var length = -1;
        for (var field = line(); !field.isEmpty(); field = line()) {
            if (field.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length =
                        Integer.parseInt(field.substring(field.indexOf(':') + 1).trim());
            }
        }
        return new Answer(status, new String(length >= 0 ? in.readNBytes(length) : chunks(), StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        var whole = new java.io.ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            whole.write(in.readNBytes(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
