package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One person's budget with one authority; its events are one stream. */
public record BudgetId(UUID value) implements StreamId {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BudgetId of(String text) {
        return new BudgetId(Ids.parse(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
