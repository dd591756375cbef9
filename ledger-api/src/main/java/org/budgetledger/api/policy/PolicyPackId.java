package org.budgetledger.api.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name of a published policy pack, its year in it, such as {@code england-care-act-2025}. A pack that has been published
 * keeps its name and its rules: other rules are another pack.
 */
public record PolicyPackId(@JsonValue String value) implements Comparable<PolicyPackId> {
    public static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,59}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PolicyPackId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a policy pack must be 2 to 60 lower-case letters, digits and hyphens, a letter first, not '"
                            + (value.length() <= 60 ? value : value.substring(0, 60) + "…") + "'");
        }
    }

    @Override
    public int compareTo(PolicyPackId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
