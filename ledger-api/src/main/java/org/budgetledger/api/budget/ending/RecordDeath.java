package org.budgetledger.api.budget.ending;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.Fact;

/**
 * Records that the person died. Nothing falls due after the last day payable, and what was paid beyond it comes out as an
 * overpayment (R16, R22). Recorded again with another date it puts the first right; with the same it is refused
 * {@code ALREADY_DONE}.
 */
public record RecordDeath(
        CommandId commandId,
        BudgetId budgetId,
        LocalDate diedOn,
        Evidence evidence,
        @DefaultsToToday LocalDate effectiveOn)
        implements EndingCommand, Fact {
    public RecordDeath {
        if (diedOn.isAfter(effectiveOn)) {
            throw new IllegalArgumentException("diedOn must not be after effectiveOn");
        }
    }
}
