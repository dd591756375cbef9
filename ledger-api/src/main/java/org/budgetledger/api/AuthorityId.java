package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The council or health body whose money it is (R31): 2 to 40 lower-case letters, digits and hyphens. */
public record AuthorityId(@JsonValue String value) {
    public static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AuthorityId {
        Ids.matching(SHAPE, value, "an authority must be 2 to 40 lower-case letters, digits and hyphens");
    }

    @Override
    public String toString() {
        return value;
    }
}
