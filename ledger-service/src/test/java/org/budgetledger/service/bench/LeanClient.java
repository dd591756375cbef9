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

/**
 * A connection that is kept open for as long as the ledger will have it, and costs next to nothing: what is measured is the
 * ledger, on the cores that are left to it.
 */
final class LeanClient implements AutoCloseable {
    /** An answer's status and body. */
    record Answer(int status, String body) {}

    private final URI base;
    private Socket socket;
    private BufferedInputStream in;
    private OutputStream out;

    LeanClient(URI base) throws IOException {
        this.base = base;
        this.socket = connected();
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    Answer post(String path, String token, String key, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var head = "POST " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: Bearer " + token
                + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        return ask(head, body);
    }

    Answer get(String path, String token) throws IOException {
        return ask(
                "GET " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: Bearer " + token
                        + "\r\n\r\n",
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
        var last = false;
        for (var field = line(); !field.isEmpty(); field = line()) {
            if (field.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length =
                        Integer.parseInt(field.substring(field.indexOf(':') + 1).trim());
            }
            last |= field.equalsIgnoreCase("Connection: close");
        }
        var answer =
                new Answer(status, new String(length >= 0 ? in.readNBytes(length) : chunks(), StandardCharsets.UTF_8));
        if (last) {
            socket.close();
            socket = connected();
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }
        return answer;
    }

    private Socket connected() throws IOException {
        var connected = new Socket();
        connected.setTcpNoDelay(true);
        connected.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        return connected;
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
