package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** What tells one run of bytes from every other: a SHA-256 in 64 lower-case hexadecimal digits. */
public record Sha256(@JsonValue String value) {
    public static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sha256 {
        Ids.matching(SHAPE, value, "a SHA-256 must be 64 lower-case hexadecimal digits");
    }

    @Override
    public String toString() {
        return value;
    }
}
