package org.budgetledger.api.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of a published policy pack, version included: {@code england-care-act-2025}. A pack never changes under its name. */
public record PolicyPackId(@JsonValue String value) {
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PolicyPackId {
        if (!SLUG.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a policy pack's name must be lower-case letters, digits and hyphens, at most 64, not " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
