package org.budgetledger.api.budget.control;

import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** The person chose. */
public record ControlChosen(
        List<DegreeOfControl> degrees, @Nullable FreeText inTheirWords, LocalDate effectiveOn) implements ControlEvent {
    public ControlChosen {
        degrees = List.copyOf(degrees);
    }
}
