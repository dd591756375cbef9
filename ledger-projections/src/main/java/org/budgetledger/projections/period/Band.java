package org.budgetledger.projections.period;

import java.time.LocalDate;
import org.budgetledger.api.Money;
import org.budgetledger.api.period.Figures;

/** In which column of a pack an item counts. */
enum Band {
    OPENING,
    PERIOD,
    PRIOR_PERIOD;

    /**
     * Where an item of an accounting date up to the period's last day counts.
     *
     * @param version of the item's event in its stream
     * @param inPackBefore how far that stream had come at the pack before
     * @param first there is no pack before: all that is older is brought forward
     */
    static Band of(LocalDate effectiveOn, long version, LocalDate firstDay, long inPackBefore, boolean first) {
        if (!effectiveOn.isBefore(firstDay)) {
            return PERIOD;
        }
        return first || version <= inPackBefore ? OPENING : PRIOR_PERIOD;
    }

    Figures figures(Money sum) {
        return switch (this) {
            case OPENING -> Figures.of(sum, Money.ZERO, Money.ZERO);
            case PERIOD -> Figures.of(Money.ZERO, sum, Money.ZERO);
            case PRIOR_PERIOD -> Figures.of(Money.ZERO, Money.ZERO, sum);
        };
    }
}
