package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A sum of money that moved or was decided: whole pence, GBP, more than nothing and at most {@link #MAX_PENCE}. The type of
 * the event gives the sign (domain §4), so zero and negative sums cannot be said.
 */
public record Amount(@JsonValue long pence) {
    /** £10,000,000.00: above any one person's budget for a year, and far below where sums over a stream could overflow. */
    public static final long MAX_PENCE = 1_000_000_000L;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Amount {
        if (pence < 1 || pence > MAX_PENCE) {
            throw new IllegalArgumentException(
                    "a sum must be a whole number of pence from 1 to " + MAX_PENCE + ", not " + pence);
        }
    }

    public static Amount ofPence(long pence) {
        return new Amount(pence);
    }

    public static Amount of(Money money) {
        return new Amount(money.pence());
    }

    public Money money() {
        return Money.ofPence(pence);
    }

    @Override
    public String toString() {
        return money().formatted();
    }
}
