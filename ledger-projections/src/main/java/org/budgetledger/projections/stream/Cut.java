package org.budgetledger.projections.stream;

import java.time.LocalDate;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.Moment;

/**
 * How much of a stream counts in an answer (R26): its events up to a version, and of their entries those dated up to a day.
 *
 * @param version the last version that counts
 * @param effectiveOn the last accounting date that counts
 */
public record Cut(long version, LocalDate effectiveOn) {
    /** Nothing is cut off. */
    public static final Cut NONE = new Cut(Long.MAX_VALUE, LocalDate.of(9999, 12, 31));

    /** What counts at a moment, by the last event that was known. */
    static Cut of(AsAt known, Moment moment) {
        return new Cut(known.streamVersion(), moment.dayOr(NONE.effectiveOn));
    }

    public boolean leavesOut(LocalDate day) {
        return day.isAfter(effectiveOn);
    }
}
