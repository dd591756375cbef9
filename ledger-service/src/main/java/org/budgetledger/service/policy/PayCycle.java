package org.budgetledger.service.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long pay periods are, and where they begin.
 *
 * @param anchor the first day of some period, a Monday, which the others are counted from; none for calendar months
 */
public record PayCycle(Kind kind, @Nullable LocalDate anchor) {
    /** How long a period is. */
    public enum Kind {
        FOUR_WEEKLY,
        WEEKLY,
        MONTHLY
    }

    public PayCycle {
        if (kind == Kind.MONTHLY && anchor != null) {
            throw new IllegalArgumentException("a monthly cycle has no anchor: its periods are the calendar's months");
        }
        if (kind != Kind.MONTHLY && anchor == null) {
            throw new IllegalArgumentException("its anchor is missing: a cycle of weeks is counted from a day");
        }
        if (anchor != null && anchor.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("it must be a Monday, and " + anchor + " is not");
        }
    }

    /** The first day of the period that {@code day} is in. */
    public LocalDate periodStart(LocalDate day) {
        if (anchor == null) {
            return day.withDayOfMonth(1);
        }
        var weeks = Math.floorDiv(ChronoUnit.DAYS.between(anchor, day), 7L);
        return anchor.plusWeeks(Math.floorDiv(weeks, weeksOfAPeriod()) * weeksOfAPeriod());
    }

    /** The first day of the period after the one that {@code day} is in. */
    public LocalDate nextPeriodStart(LocalDate day) {
        return anchor == null
                ? periodStart(day).plusMonths(1)
                : periodStart(day).plusWeeks(weeksOfAPeriod());
    }

    private long weeksOfAPeriod() {
        return kind == Kind.FOUR_WEEKLY ? 4 : 1;
    }
}
