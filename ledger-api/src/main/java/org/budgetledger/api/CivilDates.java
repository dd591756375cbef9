package org.budgetledger.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Civil dates are dates in London (domain §2): the day a British Summer Time evening falls on is not always the UTC one. */
public final class CivilDates {
    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** Earlier dates are typing errors: direct payments began with the Community Care (Direct Payments) Act 1996. */
    public static final LocalDate EARLIEST = LocalDate.of(1997, 4, 1);
    /** Later dates are typing errors too; no agreement or allocation runs so far ahead. */
    public static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    private CivilDates() {}

    public static LocalDate of(Instant instant) {
        return instant.atZone(LONDON).toLocalDate();
    }

    /** The last day of a window of {@code days} that opens on {@code first} and includes it (domain §4). */
    public static LocalDate windowEnd(LocalDate first, int days) {
        return first.plusDays(days - 1L);
    }
}
