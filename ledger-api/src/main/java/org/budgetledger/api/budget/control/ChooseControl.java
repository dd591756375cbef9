package org.budgetledger.api.budget.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.Fact;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** Records the degrees of control that the person chose, in the order they want them. */
public record ChooseControl(
        CommandId commandId,
        BudgetId budgetId,
        List<DegreeOfControl> degrees,
        @Nullable FreeText inTheirWords,
        @DefaultsToToday LocalDate effectiveOn)
        implements ControlCommand, Fact {
    public ChooseControl {
        degrees = List.copyOf(degrees);
        if (degrees.isEmpty() || Set.copyOf(degrees).size() != degrees.size()) {
            throw new IllegalArgumentException("degrees must name at least one degree of control, each once");
        }
    }
}
