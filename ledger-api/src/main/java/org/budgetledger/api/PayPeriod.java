package org.budgetledger.api;

import java.time.LocalDate;

/**
 * A span of days that money is paid for together.
 *
 * @param from its first day
 * @param to its last day
 * @param name how people call it: {@code 2025/26 P3}, {@code June 2025}
 */
public record PayPeriod(LocalDate from, LocalDate to, String name) {
    public PayPeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a pay period must not end on " + to + ", before it begins on " + from);
        }
    }

    /** The part of it between two days, which it must touch. */
    PayPeriod within(LocalDate first, LocalDate last) {
        return first.isAfter(from) || last.isBefore(to)
                ? new PayPeriod(first.isAfter(from) ? first : from, last.isBefore(to) ? last : to, name + " (part)")
                : this;
    }
}
