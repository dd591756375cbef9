package org.budgetledger.service.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * The days that banks work on: all but weekends and the bank holidays of the country.
 *
 * @param knownTo the day until which the bank holidays have been announced; after it only weekends are known
 */
public record WorkingDays(LocalDate knownTo, Set<LocalDate> bankHolidays) {
    public WorkingDays {
        bankHolidays = Policy.inOrder(bankHolidays);
    }

    /** Whether banks work on a day, as far as is known. */
    public boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && !bankHolidays.contains(day);
    }

    /** When a period is paid, in advance: the Friday before it, or the last working day before that (domain §4). */
    public LocalDate payDay(LocalDate periodStart) {
        var day = friday(periodStart);
        while (!isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** Whether a period's pay day may still change, because the bank holidays of its Friday are not announced yet. */
    public boolean isProvisional(LocalDate periodStart) {
        return friday(periodStart).isAfter(knownTo);
    }

    private static LocalDate friday(LocalDate periodStart) {
        return periodStart.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY));
    }

    /** Whether a day is a Saturday or a Sunday. */
    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
