package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A reference on someone else's paper: a statement line, an invoice, an agreement. 1 to 80 printable characters. */
public record Reference(@JsonValue String value) {
    public static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e](?:[\\x20-\\x7e]{0,78}[\\x21-\\x7e])?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Reference {
        Ids.matching(SHAPE, value, "a reference must be 1 to 80 printable characters without spaces at the ends");
    }

    @Override
    public String toString() {
        return value;
    }
}
