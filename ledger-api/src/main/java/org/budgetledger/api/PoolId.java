package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Money that several budgets put together; its events are one stream. */
public record PoolId(UUID value) implements StreamId {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PoolId of(String text) {
        return new PoolId(Ids.parse(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
