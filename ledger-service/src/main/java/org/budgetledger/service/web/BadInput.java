package org.budgetledger.service.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Input that does not have the shape it must have: never reaches a stream.
 *
 * <p>{@code field} names where, as a path into the body, or the header or parameter.
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final @Nullable String field;

    public BadInput(String code, @Nullable String field, String sentence) {
        super(sentence);
        this.code = code;
        this.field = field;
    }

    String code() {
        return code;
    }

    @Nullable
    String field() {
        return field;
    }

    String sentence() {
        return Objects.requireNonNull(getMessage());
    }
}
