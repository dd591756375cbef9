package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Who sent a command, as the authority's directory knows them: 1 to 80 letters, digits and {@code . _ @ -}. */
public record ActorId(@JsonValue String value) {
    public static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._@-]{1,80}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ActorId {
        Ids.matching(SHAPE, value, "an actor must be 1 to 80 letters, digits and . _ @ -");
    }

    @Override
    public String toString() {
        return value;
    }
}
