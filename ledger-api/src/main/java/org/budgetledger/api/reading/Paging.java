package org.budgetledger.api.reading;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param after where the page before ended; none for the first
 * @param limit how many lines at most, from 1 to {@link #MAX_LINES_OF_A_WHOLE}
 */
public record Paging(@Nullable Cursor after, int limit) {
    /** A page that a person can still take in and that a server answers at once. */
    public static final int MAX_LINES = 200;

    /** What the service reads at once when it writes out a whole: about a megabyte between nodes. */
    public static final int MAX_LINES_OF_A_WHOLE = 2_000;

    public Paging {
        if (limit < 1 || limit > MAX_LINES_OF_A_WHOLE) {
            throw new IllegalArgumentException("limit must be from 1 to " + MAX_LINES_OF_A_WHOLE + ", not " + limit);
        }
    }

    public static Paging first(int limit) {
        return new Paging(null, limit);
    }

    public Paging after(Cursor cursor) {
        return new Paging(cursor, limit);
    }
}
