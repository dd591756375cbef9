package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Pattern;

/**
 * A local authority's financial year: 1 April to 31 March.
 *
 * @param starting the calendar year it begins in
 */
public record FinancialYear(int starting) implements Comparable<FinancialYear> {
    private static final Pattern SHAPE = Pattern.compile("(\\d{4})/\\d{2}");

    /** The financial year of a day. */
    public static FinancialYear of(LocalDate day) {
        return new FinancialYear(day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FinancialYear parse(String text) {
        var shape = SHAPE.matcher(text);
        if (shape.matches()) {
            var year = new FinancialYear(Integer.parseInt(shape.group(1)));
            if (year.toString().equals(text)) {
                return year;
            }
        }
        throw new IllegalArgumentException("a financial year must be written like 2025/26, not " + text);
    }

    /** 31 March. */
    public LocalDate lastDay() {
        return LocalDate.of(starting + 1, Month.MARCH, 31);
    }

    @Override
    public int compareTo(FinancialYear other) {
        return Integer.compare(starting, other.starting);
    }

    @JsonValue
    @Override
    public String toString() {
        // Not by a format: every line of an entitlement book names its pay period and its year.
        var next = (starting + 1) % 100;
        return starting + (next < 10 ? "/0" : "/") + next;
    }
}
