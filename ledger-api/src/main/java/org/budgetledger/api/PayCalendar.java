package org.budgetledger.api;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The pay periods of an authority: periods of {@link #PERIOD_DAYS} days counted from a first day. The calendar of 2025/26
 * starts on Mon 7 Apr 2025 and that of 2026/27 thirteen periods later on Mon 6 Apr 2026 (domain §4).
 *
 * @param anchor the first day of some period; earlier periods are counted back from it
 */
public record PayCalendar(LocalDate anchor) {
    public static final int PERIOD_DAYS = 28;
    public static final PayCalendar FOUR_WEEKLY_2025 = new PayCalendar(LocalDate.of(2025, 4, 7));

    /** The first day of the period that {@code day} is in. */
    public LocalDate periodStart(LocalDate day) {
        var days = ChronoUnit.DAYS.between(anchor, day);
        return anchor.plusDays(Math.floorDiv(days, (long) PERIOD_DAYS) * PERIOD_DAYS);
    }

    /** The first day of the period after the one that {@code day} is in. */
    public LocalDate nextPeriodStart(LocalDate day) {
        return periodStart(day).plusDays(PERIOD_DAYS);
    }
}
