package org.budgetledger.api.reading;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where the next page starts, opaque to callers: the place of the last line that was given, in the order of the list.
 *
 * @param day the first thing the list is ordered by
 * @param position then this
 * @param id then this
 */
public record Cursor(LocalDate day, long position, UUID id) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,120}");

    /** Where a list has no day to order by. */
    public static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

    /** Where a list has no id to order by. */
    public static final UUID NO_ID = new UUID(0, 0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Cursor of(String text) {
        if (SHAPE.matcher(text).matches()) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("/", -1);
                if (parts.length == 3) {
                    return new Cursor(LocalDate.parse(parts[0]), Long.parseLong(parts[1]), UUID.fromString(parts[2]));
                }
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new IllegalArgumentException("a cursor must be one that was given with a page", e);
            }
        }
        throw new IllegalArgumentException("a cursor must be one that was given with a page");
    }

    @JsonValue
    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((day + "/" + position + "/" + id).getBytes(StandardCharsets.US_ASCII));
    }
}
