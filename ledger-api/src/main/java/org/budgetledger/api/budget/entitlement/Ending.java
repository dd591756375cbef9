package org.budgetledger.api.budget.entitlement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What ended a budget; whichever last day comes first counts.
 *
 * @param withdrawn the last day of a withdrawal
 * @param died the last day payable when the person died; a date of death that is put right takes the place of the one before
 * @param closed the day it was closed on
 */
public record Ending(
        @Nullable LocalDate withdrawn,
        @Nullable LocalDate died,
        @Nullable LocalDate closed) {
    public static final Ending NONE = new Ending(null, null, null);

    Ending withdrawn(LocalDate lastDay) {
        return new Ending(lastDay, died, closed);
    }

    Ending died(LocalDate lastDay) {
        return new Ending(withdrawn, lastDay, closed);
    }

    Ending closed(LocalDate lastDay) {
        return new Ending(withdrawn, died, lastDay);
    }

    /** The last day on which anything falls due. */
    @Nullable
    LocalDate lastDay() {
        return Stream.of(withdrawn, died, closed)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
