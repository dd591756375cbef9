package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The id that a caller chooses for a command, so that sending it twice does it once (R2): 8 to 64 letters, digits and
 * {@code . _ : -}. A UUID is a good choice.
 */
public record CommandId(@JsonValue String value) {
    public static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._:-]{8,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CommandId {
        Ids.matching(SHAPE, value, "a command id must be 8 to 64 letters, digits and . _ : -");
    }

    @Override
    public String toString() {
        return value;
    }
}
