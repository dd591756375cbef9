package org.budgetledger.api.reading;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was known at one time about another (R26). Its answer never changes once that time is over, because events are only ever
 * added after those that are known.
 *
 * @param effectiveOn entries dated later do not count; none when all that is recorded does, whatever its date
 * @param knownAt events recorded later do not count; none when all that are recorded do
 * @param version the same, said by the version of the stream; for whoever has read it already and wants the rest of it
 */
public record Moment(
        @Nullable LocalDate effectiveOn,
        @Nullable Instant knownAt,
        @Nullable Long version) {
    /** Everything that is recorded by now. */
    public static final Moment NOW = new Moment(null, null, null);

    public Moment {
        if (knownAt != null && version != null) {
            throw new IllegalArgumentException("a moment is known at a time or at a version, not both");
        }
        if (effectiveOn == null && knownAt != null) {
            throw new IllegalArgumentException("what was known must be known about a day");
        }
    }

    /** All that is recorded by now about a day. */
    public static Moment about(LocalDate effectiveOn) {
        return new Moment(effectiveOn, null, null);
    }

    /** What had been recorded by an instant about a day. */
    public static Moment knownAt(Instant knownAt, LocalDate effectiveOn) {
        return new Moment(effectiveOn, knownAt, null);
    }

    /** The same, as a version of the stream knew it. */
    public Moment ofVersion(long known) {
        return new Moment(effectiveOn, null, known);
    }

    /** The day that figures are for: {@code today} where no other is asked about. */
    public LocalDate dayOr(LocalDate today) {
        return effectiveOn == null ? today : effectiveOn;
    }
}
