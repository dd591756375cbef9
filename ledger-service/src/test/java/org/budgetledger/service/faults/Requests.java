package org.budgetledger.service.faults;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one client asks of PostgreSQL, followed along its connection: enough of the protocol to know which commit is which. */
final class Requests {
    /** What a client says first where it would like the connection encrypted, and then begins anew. */
    private static final int TLS_PLEASE = 80877103;

    private final Map<String, String> prepared = new HashMap<>();
    private byte[] rest = new byte[0];
    private boolean begun;
    private boolean storesEvents;

    /** Takes in what was sent, and says whether a commit of events is in it. */
    boolean commitOfEvents(byte[] sent, int length) {
        var all = ByteBuffer.allocate(rest.length + length)
                .put(rest)
                .put(sent, 0, length)
                .flip();
        var commit = false;
        for (var statement = next(all); statement.isPresent(); statement = next(all)) {
            commit |= isCommitOfEvents(statement.get());
        }
        rest = Arrays.copyOfRange(all.array(), all.position(), all.limit());
        return commit;
    }

    private boolean isCommitOfEvents(String statement) {
        if (statement.startsWith("INSERT INTO DomainEventEntry")) {
            storesEvents = true;
        }
        var ends = statement.equals("COMMIT") || statement.equals("ROLLBACK");
        var commit = storesEvents && statement.equals("COMMIT");
        if (ends) {
            storesEvents = false;
        }
        return commit;
    }

    /** The statement that the next message has carried out, empty where it is another kind of message; none before it is whole. */
    private Optional<String> next(ByteBuffer all) {
        var type = begun ? 1 : 0;
        if (all.remaining() < type + Integer.BYTES) {
            return Optional.empty();
        }
        var length = all.getInt(all.position() + type);
        if (all.remaining() < type + length) {
            return Optional.empty();
        }
        var kind = begun ? (char) all.get() : ' ';
        var body = all.slice(all.position() + Integer.BYTES, length - Integer.BYTES);
        all.position(all.position() + length);
        if (!begun) {
            begun = body.getInt(0) != TLS_PLEASE;
            return Optional.of("");
        }
        return Optional.of(
                switch (kind) {
                    case 'Q' -> text(body);
                    case 'P' -> {
                        prepared.put(text(body), text(body));
                        yield "";
                    }
                    case 'B' -> {
                        var unusedPortal = text(body);
                        yield prepared.getOrDefault(text(body), "");
                    }
                    default -> "";
                });
    }

    private static String text(ByteBuffer body) {
        var from = body.position();
        while (body.get() != 0) {
            // To the end of it.
        }
        var bytes = new byte[body.position() - 1 - from];
        body.get(from, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
