package org.budgetledger.service.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.budgetledger.api.Actor;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * What comes with a command besides what it asks: who asks, the digest of what they sent, and the version they decided on.
 * It travels as the message's metadata, and who, what and when stay with every event (R29).
 *
 * @param digest SHA-256 of the command as it was sent, before defaults were filled in (R2)
 * @param expectedVersion the stream's version that the caller saw; none when they did not say
 */
public record Envelope(
        Actor actor,
        CommandId commandId,
        String digest,
        @Nullable Long expectedVersion) {
    public static final String AUTHORITY = "authority";
    static final String ACTOR = "actor";
    static final String ROLE = "role";
    static final String COMMAND_ID = "commandId";
    static final String DIGEST = "commandDigest";
    public static final String PREVIOUS_HASH = "previousHash";
    public static final String HASH = "hash";
    private static final String EXPECTED_VERSION = "expectedVersion";

    /** The metadata of a command message. */
    public Map<String, ?> toMetadata() {
        var metadata = new HashMap<String, Object>(stored());
        if (expectedVersion != null) {
            metadata.put(EXPECTED_VERSION, expectedVersion);
        }
        return metadata;
    }

    /** What every event of the command keeps of it. */
    Map<String, String> stored() {
        return Map.of(
                AUTHORITY, actor.authority().value(),
                ACTOR, actor.id().value(),
                ROLE, actor.role().name(),
                COMMAND_ID, commandId.value(),
                DIGEST, digest);
    }

    /** Reads it back from a command message. */
    public static Envelope of(CommandMessage<?> message) {
        var metadata = message.getMetaData();
        var expected = (Number) metadata.get(EXPECTED_VERSION);
        return new Envelope(
                new Actor(
                        new AuthorityId(text(metadata, AUTHORITY)),
                        new ActorId(text(metadata, ACTOR)),
                        Role.valueOf(text(metadata, ROLE))),
                new CommandId(text(metadata, COMMAND_ID)),
                text(metadata, DIGEST),
                expected == null ? null : expected.longValue());
    }

    private static String text(Map<String, ?> metadata, String key) {
        return Objects.requireNonNull((String) metadata.get(key), () -> "a command must carry its " + key);
    }
}
