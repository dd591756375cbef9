package org.budgetledger.api.period;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.budgetledger.api.Money;

/**
 * One row of a pack. It foots by construction: opening, what the period brought and what came late for earlier periods make
 * the closing figure.
 *
 * @param opening the closing figure of the pack before
 * @param period of accounting dates within the period
 * @param priorPeriod of earlier accounting dates, recorded after their period was closed
 */
public record Figures(
        @JsonProperty("openingPence") Money opening,
        @JsonProperty("periodPence") Money period,
        @JsonProperty("priorPeriodPence") Money priorPeriod,
        @JsonProperty("closingPence") Money closing) {
    public static final Figures ZERO = of(Money.ZERO, Money.ZERO, Money.ZERO);

    public Figures {
        if (!opening.plus(period).plus(priorPeriod).equals(closing)) {
            throw new IllegalArgumentException(
                    "figures must foot: %s, %s and %s do not make %s".formatted(opening, period, priorPeriod, closing));
        }
    }

    public static Figures of(Money opening, Money period, Money priorPeriod) {
        return new Figures(opening, period, priorPeriod, opening.plus(period).plus(priorPeriod));
    }

    public Figures plus(Figures other) {
        return of(opening.plus(other.opening), period.plus(other.period), priorPeriod.plus(other.priorPeriod));
    }

    public Figures minus(Figures other) {
        return of(opening.minus(other.opening), period.minus(other.period), priorPeriod.minus(other.priorPeriod));
    }
}
