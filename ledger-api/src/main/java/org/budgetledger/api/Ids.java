package org.budgetledger.api;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** How identities are written: a UUID in its canonical 36-character lower-case form, so that one thing has one spelling. */
final class Ids {
    private Ids() {}

    static UUID parse(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        try {
            var id = UUID.fromString(lower);
            if (id.toString().equals(lower)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("an id must be a UUID, not '" + shortened(text) + "'", e);
        }
        throw new IllegalArgumentException("an id must be a UUID of 36 characters, not '" + shortened(text) + "'");
    }

    static String matching(Pattern pattern, String text, String what) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(what + ", not '" + shortened(text) + "'");
        }
        return text;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
