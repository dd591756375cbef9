package org.budgetledger.api;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How often money is paid, and from which day the periods are counted.
 *
 * @param anchor the first day of some period, a Monday: of the first of a financial year where periods are four-weekly. None
 *     with {@code MONTHLY}, whose periods are the calendar's months
 */
public record PayCycle(Kind kind, @Nullable LocalDate anchor) {
    /** 13 periods of four weeks from Mon 7 Apr 2025 on (domain §4). */
    public static final PayCycle FOUR_WEEKLY_2025 = new PayCycle(Kind.FOUR_WEEKLY, LocalDate.of(2025, 4, 7));

    public static final PayCycle CALENDAR_MONTHS = new PayCycle(Kind.MONTHLY, null);

    private static final int PERIODS_A_YEAR = 13;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    /** The lengths of periods. */
    public enum Kind {
        WEEKLY(7),
        FOUR_WEEKLY(28),
        MONTHLY(0);

        private final int days;

        Kind(int days) {
            this.days = days;
        }
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

    /** The whole period that a day is in. */
    PayPeriod period(LocalDate day) {
        var from = start(day);
        var to = anchor == null
                ? from.plusMonths(1).minusDays(1)
                : from.plusDays(kind.days).minusDays(1);
        return new PayPeriod(from, to, name(from));
    }

    private LocalDate start(LocalDate day) {
        return anchor == null
                ? day.withDayOfMonth(1)
                : anchor.plusDays(Math.floorDiv(ChronoUnit.DAYS.between(anchor, day), (long) kind.days) * kind.days);
    }

    private String name(LocalDate from) {
        if (anchor == null) {
            return MONTH.format(from);
        }
        if (kind == Kind.WEEKLY) {
            return "week of " + from;
        }
        var count = ChronoUnit.DAYS.between(anchor, from) / kind.days;
        var year = new FinancialYear(anchor.getYear() + (int) Math.floorDiv(count, (long) PERIODS_A_YEAR));
        return year + " P" + (Math.floorMod(count, PERIODS_A_YEAR) + 1);
    }
}
