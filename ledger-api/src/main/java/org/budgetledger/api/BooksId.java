package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The books of one authority, whose periods are closed one after another; its events are one stream. */
public record BooksId(UUID value) implements StreamId {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BooksId of(String text) {
        return new BooksId(Ids.parse(text));
    }

    /** An authority has one set of books, named after it, so that two nodes can never begin two. */
    public static BooksId of(AuthorityId authority) {
        return new BooksId(UUID.nameUUIDFromBytes(("books|" + authority).getBytes(StandardCharsets.UTF_8)));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
