package org.budgetledger.api.period;

import java.time.LocalDate;
import java.util.Optional;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.PayCalendar;

/** What an authority closes and signs as a whole: one pay period of its own policy. */
public record AccountingPeriod(LocalDate firstDay, LocalDate lastDay) {
    public AccountingPeriod {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("a period must not end before it begins on " + firstDay);
        }
    }

    /** The period that a day is in. */
    public static AccountingPeriod of(LocalDate day, PayCalendar calendar) {
        return new AccountingPeriod(
                calendar.periodStart(day), calendar.nextPeriodStart(day).minusDays(1));
    }

    /** The period that begins on a day; none where none does. */
    public static Optional<AccountingPeriod> startingOn(LocalDate day, PayCalendar calendar) {
        return day.isBefore(CivilDates.EARLIEST) || day.isAfter(CivilDates.LATEST)
                ? Optional.empty()
                : Optional.of(of(day, calendar)).filter(period -> period.firstDay.equals(day));
    }

    public AccountingPeriod next(PayCalendar calendar) {
        return of(lastDay.plusDays(1), calendar);
    }

    public AccountingPeriod previous(PayCalendar calendar) {
        return of(firstDay.minusDays(1), calendar);
    }
}
