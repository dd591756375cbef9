package org.budgetledger.api.period;

import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.reading.View;

/**
 * The pay periods of an authority from its first closed one, or where none is closed the one before the running one, up to the
 * running one.
 */
public record PeriodList(List<PeriodView> periods, LocalDate today) implements View {
    public PeriodList {
        periods = List.copyOf(periods);
    }
}
