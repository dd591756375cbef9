package org.budgetledger.api.period;

import java.time.LocalDate;
import java.util.Optional;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.PayCalendar;

/** One pay period of an authority: what is closed and signed as a whole. */
public record PayPeriod(LocalDate firstDay, LocalDate lastDay) {
    public PayPeriod {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("a period must not end before it begins on " + firstDay);
        }
    }

    /** The period that a day is in. */
    public static PayPeriod of(LocalDate day, PayCalendar calendar) {
        return new PayPeriod(
                calendar.periodStart(day), calendar.nextPeriodStart(day).minusDays(1));
    }

    /** The period that begins on a day; none where none does. */
    public static Optional<PayPeriod> startingOn(LocalDate day, PayCalendar calendar) {
        return day.isBefore(CivilDates.EARLIEST) || day.isAfter(CivilDates.LATEST)
                ? Optional.empty()
                : Optional.of(of(day, calendar)).filter(period -> period.firstDay.equals(day));
    }

    public PayPeriod next(PayCalendar calendar) {
        return of(lastDay.plusDays(1), calendar);
    }

    public PayPeriod previous(PayCalendar calendar) {
        return of(firstDay.minusDays(1), calendar);
    }
}
