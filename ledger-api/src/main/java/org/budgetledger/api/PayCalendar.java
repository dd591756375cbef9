package org.budgetledger.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pay periods of a budget: one cycle after another. Where one cycle ends and the next begins, their periods are cut, so
 * that each day is in exactly one period; the days between the last whole period of the old cycle and the first whole one of
 * the new are a bridging period of their own.
 *
 * @param turns the cycles in the order of their days; the first counts for all days before the second
 */
public record PayCalendar(List<Turn> turns) {
    public static final PayCalendar FOUR_WEEKLY_2025 = of(PayCycle.FOUR_WEEKLY_2025);

    /**
     * A cycle and its first day.
     *
     * @param from none for the first cycle
     */
    public record Turn(PayCycle cycle, @Nullable LocalDate from) {}

    public PayCalendar {
        turns = List.copyOf(turns);
    }

    /** A calendar of one cycle. */
    public static PayCalendar of(PayCycle cycle) {
        return new PayCalendar(List.of(new Turn(cycle, null)));
    }

    /** The same with another cycle from a day on, which takes the place of any that began later. */
    public PayCalendar changing(PayCycle cycle, LocalDate from) {
        var changed = new ArrayList<>(turns.stream()
                .filter(turn -> turn.from() == null || turn.from().isBefore(from))
                .toList());
        changed.add(new Turn(cycle, from));
        return new PayCalendar(changed);
    }

    /** The first day of the latest change of cycle; none when there was none. */
    public @Nullable LocalDate lastChange() {
        return turns.getLast().from();
    }

    /** The period that a day is in. */
    public PayPeriod period(LocalDate day) {
        var first = LocalDate.MIN;
        var last = LocalDate.MAX;
        var cycle = turns.getFirst().cycle();
        for (var turn : turns.subList(1, turns.size())) {
            var from = turn.from();
            if (from != null && !from.isAfter(day)) {
                first = from;
                cycle = turn.cycle();
            } else if (from != null && from.isBefore(last)) {
                last = from.minusDays(1);
                break;
            }
        }
        return cycle.period(day).within(first, last);
    }

    /** The first day of the period that {@code day} is in. */
    public LocalDate periodStart(LocalDate day) {
        return period(day).from();
    }

    /** The first day of the period after the one that {@code day} is in. */
    public LocalDate nextPeriodStart(LocalDate day) {
        return period(day).to().plusDays(1);
    }
}
