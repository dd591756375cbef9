package org.budgetledger.service.postgresql;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.budgetledger.service.store.HashChain;
import org.budgetledger.service.store.LedgerJson;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A database as an older version left it: rows of events as that version wrote them, taken from the golden files, and what its
 * audit trail had made of them. It knew no policy packs.
 */
final class OlderLedger {
    private static final Instant FIRST = Instant.parse("2025-04-22T10:00:00Z");

    private final JdbcTemplate jdbc;
    private final Map<String, Integer> versions = new HashMap<>();
    private final Map<String, String> hashes = new HashMap<>();
    private int stored;

    OlderLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends the event of a golden file to a stream; both what is stored of it and its row in the audit trail. */
    void append(String kind, String stream, String type) {
        var payload = golden(type.substring(type.lastIndexOf('.') + 1));
        var version = versions.merge(stream, 1, Integer::sum);
        var previous = hashes.getOrDefault(stream, HashChain.GENESIS);
        var recordedAt = FIRST.plusSeconds(stored);
        var metadata = new HashMap<String, String>(Map.of(
                "authority",
                "northmere",
                "actor",
                "j.okafor",
                "role",
                "ALLOCATOR",
                "commandId",
                "older-" + stored,
                "commandDigest",
                HashChain.sha256("older-" + stored),
                "previousHash",
                previous));
        var hash = HashChain.link(previous, stream, version, type, recordedAt, tree(payload), metadata);
        metadata.put("hash", hash);
        jdbc.update(
                """
                INSERT INTO DomainEventEntry (aggregateIdentifier, sequenceNumber, type, eventIdentifier, metaData,
                    payload, payloadType, timeStamp) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                stream,
                version - 1,
                kind,
                "older-event-" + stored,
                LedgerJson.write(metadata).getBytes(StandardCharsets.UTF_8),
                payload.getBytes(StandardCharsets.UTF_8),
                type,
                // As Axon writes instants: always to the millisecond.
                recordedAt.toString().replace("Z", ".000Z"));
        jdbc.update(
                """
                INSERT INTO audit_event (stream_id, version, type, recorded_at, actor, role, command_id, previous_hash,
                    hash, event) VALUES (?::uuid, ?, ?, ?, 'j.okafor', 'ALLOCATOR', ?, ?, ?, ?::json)""",
                stream,
                version,
                type.substring(type.lastIndexOf('.') + 1),
                recordedAt.atOffset(ZoneOffset.UTC),
                "older-" + stored,
                previous,
                hash,
                payload);
        jdbc.update("""
                INSERT INTO stream_head (projection, stream_id, version, hash, recorded_at, authority, kind)
                VALUES ('audit', ?::uuid, ?, ?, ?, 'northmere', ?)
                ON CONFLICT (projection, stream_id) DO UPDATE
                SET version = EXCLUDED.version, hash = EXCLUDED.hash, recorded_at = EXCLUDED.recorded_at""", stream, version, hash, recordedAt.atOffset(ZoneOffset.UTC), kind);
        hashes.put(stream, hash);
        stored++;
    }

    /** The audit trail has read all of it, with the two segments that it has; the other views start anew at this version. */
    void auditTrailIsLevel() {
        var end = jdbc.queryForObject("SELECT max(globalIndex) FROM DomainEventEntry", Long.class);
        var token = LedgerJson.write(GapAwareTrackingToken.newInstance(Objects.requireNonNull(end), Set.of()));
        for (var segment = 0; segment < 2; segment++) {
            jdbc.update(
                    "INSERT INTO TokenEntry (processorName, segment, token, tokenType, timestamp) VALUES ('audit', ?, ?, ?, ?)",
                    segment,
                    token.getBytes(StandardCharsets.UTF_8),
                    GapAwareTrackingToken.class.getName(),
                    FIRST.toString());
        }
    }

    private static String golden(String event) {
        try (var file =
                Objects.requireNonNull(OlderLedger.class.getResourceAsStream("/golden/" + event + ".json"), event)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return LedgerJson.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
