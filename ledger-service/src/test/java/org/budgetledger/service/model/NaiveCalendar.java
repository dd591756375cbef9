package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.PayCalendar;
import org.budgetledger.api.PayCycle;

/**
 * Pay periods found by walking: two days are in one period when neither the cycle changes between them nor the cycle in force
 * begins a new period.
 */
final class NaiveCalendar {
    private record Change(PayCycle cycle, LocalDate from) {}

    private final List<Change> changes = new ArrayList<>();
    /** Only for what people call a period. */
    private PayCalendar names;

    NaiveCalendar(PayCycle first) {
        changes.add(new Change(first, LocalDate.of(2000, 1, 1)));
        names = PayCalendar.of(first);
    }

    void change(PayCycle cycle, LocalDate from) {
        changes.removeIf(each -> each.from().equals(from));
        changes.add(new Change(cycle, from));
        names = names.changing(cycle, from);
    }

    /** Whether a day is the first of its period. */
    boolean begins(LocalDate day) {
        var cycle = changes.getFirst().cycle();
        for (var change : changes) {
            if (change.from().equals(day)) {
                return true;
            }
            if (change.from().isBefore(day)) {
                cycle = change.cycle();
            }
        }
        var anchor = cycle.anchor();
        if (anchor == null) {
            return day.getDayOfMonth() == 1;
        }
        var days = cycle.kind() == PayCycle.Kind.WEEKLY ? 7 : 28;
        return (day.toEpochDay() - anchor.toEpochDay()) % days == 0;
    }

    LocalDate first(LocalDate day) {
        var first = day;
        while (!begins(first)) {
            first = first.minusDays(1);
        }
        return first;
    }

    LocalDate last(LocalDate day) {
        var last = day;
        while (!begins(last.plusDays(1))) {
            last = last.plusDays(1);
        }
        return last;
    }

    String name(LocalDate day) {
        return names.period(day).name();
    }

    static FinancialYear financialYear(LocalDate day) {
        return new FinancialYear(day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear());
    }
}
