package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A short name for a deployment within its budget, such as {@code self} or {@code provider-2}. */
public record DeploymentId(@JsonValue String value) implements Comparable<DeploymentId> {
    public static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** What the authority manages until deployments are set, and whatever no deployment has a share of afterwards. */
    public static final DeploymentId AUTHORITY = new DeploymentId("authority");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeploymentId {
        Ids.matching(
                SHAPE, value, "a deployment must be 1 to 40 lower-case letters, digits and hyphens, a letter first");
    }

    @Override
    public int compareTo(DeploymentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
