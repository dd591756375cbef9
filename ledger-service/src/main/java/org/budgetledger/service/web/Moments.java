package org.budgetledger.service.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.reading.Moment;
import org.jspecify.annotations.Nullable;

/** Reads which state is asked for (R26): what was known at one time about another. */
final class Moments {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Instant BEGINNING =
            CivilDates.EARLIEST.atStartOfDay(CivilDates.LONDON).toInstant();

    private Moments() {}

    /**
     * The moment that query parameters ask for. Known without a day that it is about: about the day that it was known on.
     *
     * @param now what will be known later is not known yet, so it is refused
     */
    static Moment of(@Nullable String effectiveOn, @Nullable String knownAt, Instant now) {
        var about = day("effectiveOn", effectiveOn);
        if (knownAt == null) {
            return about == null ? Moment.NOW : Moment.about(about);
        }
        var known = DATE.matcher(knownAt).matches() ? endOf(knownAt, now) : instant(knownAt, now);
        return Moment.knownAt(known, about == null ? CivilDates.of(known) : about);
    }

    /** A civil date in a query parameter. */
    static @Nullable LocalDate day(String name, @Nullable String text) {
        try {
            return text == null ? null : StrictJson.civilDate(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput("INVALID_FIELD", name, name + ": " + e.getMessage() + ".");
        }
    }

    /** The last instant of a day in London, as the database can tell it from the next; of today, whatever comes yet. */
    private static Instant endOf(String knownAt, Instant now) {
        try {
            var day = StrictJson.civilDate(knownAt);
            if (day.isAfter(CivilDates.of(now))) {
                throw wrong("must not be in the future");
            }
            return day.plusDays(1).atStartOfDay(CivilDates.LONDON).toInstant().minus(1, ChronoUnit.MICROS);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Instant instant(String knownAt, Instant now) {
        Instant instant;
        try {
            instant = Instant.parse(knownAt).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong("must be an instant such as 2025-04-16T09:30:00Z, or a date");
        }
        if (instant.isAfter(now)) {
            throw wrong("must not be in the future");
        }
        if (instant.isBefore(BEGINNING)) {
            throw wrong("must not be before " + CivilDates.EARLIEST);
        }
        return instant;
    }

    private static BadInput wrong(String why) {
        return new BadInput("INVALID_FIELD", "knownAt", "knownAt: " + why + ".");
    }
}
