package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Something in a stream that is not money: an allocation, an authorisation, an earmark, an outcome, a challenge, a review. */
public record ItemId(UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ItemId of(String text) {
        return new ItemId(Ids.parse(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
