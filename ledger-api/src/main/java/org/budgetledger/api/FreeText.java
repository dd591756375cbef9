package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Words that a person wrote: 1 to {@link #MAX_CHARACTERS} characters, not blank, without control characters other than line
 * breaks. A type of its own because what people write can hold personal data (R32).
 */
public record FreeText(@JsonValue String value) {
    /** Room for a page of a support plan; a longer text belongs in a document that a reference names. */
    public static final int MAX_CHARACTERS = 4_000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FreeText {
        if (value.isBlank() || value.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException(
                    "a text must be 1 to " + MAX_CHARACTERS + " characters and not blank, not " + value.length());
        }
        if (value.codePoints().anyMatch(FreeText::unprintable)) {
            throw new IllegalArgumentException("a text must not hold control characters");
        }
    }

    private static boolean unprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\n';
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            // Directional overrides make a text read otherwise than it is stored.
            case Character.FORMAT ->
                (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
            default -> false;
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
