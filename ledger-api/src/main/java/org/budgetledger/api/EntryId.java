package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One line of money in a stream: a payment, a spend, a refund, a contribution, a top-up, interest or a credit. */
public record EntryId(UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EntryId of(String text) {
        return new EntryId(Ids.parse(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
