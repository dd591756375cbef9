package org.budgetledger.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A sum of money that moved or was decided: whole pence, GBP, and more than nothing. The type of the event gives the sign
 * (domain §4), so zero and negative sums cannot be said.
 */
public record Amount(@JsonValue long pence) {
    /**
     * The most that anyone may ask for at once, £10,000,000.00: above any one person's budget for a year, so that more is a
     * typing error. Sums that the ledger works out itself may come to more.
     */
    public static final long MAX_PENCE = 1_000_000_000L;

    /** The most that a sum may come to: what a thousand of the longest streams could hold, and far from overflowing. */
    public static final long LARGEST_PENCE = 1_000_000_000_000_000L;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Amount {
        if (pence < 1 || pence > LARGEST_PENCE) {
            throw new IllegalArgumentException(
                    "a sum must be a whole number of pence from 1 to " + LARGEST_PENCE + ", not " + pence);
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
