package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * An opaque reference to a person or an organisation that another system can resolve, never a name (R32): 4 to 64 letters,
 * digits and hyphens with at least one digit, so that a name typed here is refused.
 */
public record PersonRef(@JsonValue String value) {
    public static final Pattern SHAPE = Pattern.compile("(?=.*[0-9])[A-Za-z0-9-]{4,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonRef {
        Ids.matching(
                SHAPE,
                value,
                "a person must be an opaque reference of 4 to 64 letters, digits and hyphens with at least one digit");
    }

    @Override
    public String toString() {
        return value;
    }
}
