package org.budgetledger.projections.stream;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.Paging;
import org.jspecify.annotations.Nullable;

/** One page of a list, and whether there is another. */
public record Page<T>(List<T> lines, boolean more) {
    /** Where a list begins. */
    private static final Cursor START = new Cursor(LocalDate.of(1, 1, 1), Long.MIN_VALUE, Cursor.NO_ID);

    public Page {
        lines = List.copyOf(lines);
    }

    /** Asks for one line more than wanted, which tells whether there is another page. */
    public static <T> Page<T> of(Paging paging, BiFunction<Cursor, Integer, List<T>> lines) {
        var after = paging.after() == null ? START : paging.after();
        var found = lines.apply(after, paging.limit() + 1);
        return found.size() > paging.limit()
                ? new Page<>(found.subList(0, paging.limit()), true)
                : new Page<>(found, false);
    }

    /** Where the next page starts: after the last of this one's lines as they are shown. */
    public <V> @Nullable Cursor next(List<V> shown, Function<V, Cursor> place) {
        return more ? place.apply(shown.getLast()) : null;
    }
}
