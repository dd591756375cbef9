package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;

/**
 * A signed figure in whole pence, GBP: what a balance is. A sum that an event carries is an {@link Amount}, which is never
 * negative. All arithmetic is exact: an overflow throws rather than wraps (domain §4).
 */
public record Money(@JsonValue long pence) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Money {}

    public static Money ofPence(long pence) {
        return pence == 0 ? ZERO : new Money(pence);
    }

    public Money plus(Money other) {
        return ofPence(Math.addExact(pence, other.pence));
    }

    public Money minus(Money other) {
        return ofPence(Math.subtractExact(pence, other.pence));
    }

    public Money negated() {
        return ofPence(Math.negateExact(pence));
    }

    public boolean exceeds(Money other) {
        return pence > other.pence;
    }

    public boolean isNegative() {
        return pence < 0;
    }

    public boolean isPositive() {
        return pence > 0;
    }

    public boolean isZero() {
        return pence == 0;
    }

    public Money orZeroIfNegative() {
        return isNegative() ? ZERO : this;
    }

    /** The smaller of the two. */
    public Money orLess(Money other) {
        return exceeds(other) ? other : this;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(pence, other.pence);
    }

    /** Pounds and pence as people write them: {@code £1,234.56}, {@code −£60.00} (a true minus sign). */
    public String formatted() {
        var pounds = BigInteger.valueOf(pence).abs().divideAndRemainder(BigInteger.valueOf(100));
        return "%s£%,d.%02d".formatted(isNegative() ? "−" : "", pounds[0], pounds[1].intValue());
    }

    @Override
    public String toString() {
        return formatted();
    }
}
