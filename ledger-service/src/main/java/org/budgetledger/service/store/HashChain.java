package org.budgetledger.service.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * R5: each event carries a hash over its canonical content and over the hash before it, so that a later change, removal,
 * insertion or reordering anywhere in the stream shows. SHA-256, in lower-case hexadecimal.
 */
public final class HashChain {
    /** What stands before the first event of a stream. */
    public static final String GENESIS = "0".repeat(64);

    private HashChain() {}

    /**
     * The hash of one event.
     *
     * @param version its place in the stream, from 1
     * @param type the stored name of the event's type
     * @param metadata everything stored beside the event but the hash itself
     */
    public static String link(
            String previousHash,
            String streamId,
            long version,
            String type,
            Instant recordedAt,
            JsonNode payload,
            Map<String, String> metadata) {
        var content = LedgerJson.MAPPER
                .createObjectNode()
                .put("streamId", streamId)
                .put("version", version)
                .put("type", type)
                .put("recordedAt", recordedAt.toString());
        content.set("payload", payload);
        content.set("metadata", LedgerJson.MAPPER.valueToTree(new TreeMap<>(metadata)));
        return sha256(previousHash + "\n" + LedgerJson.canonical(content));
    }

    /** SHA-256 of a text, in lower-case hexadecimal. */
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
