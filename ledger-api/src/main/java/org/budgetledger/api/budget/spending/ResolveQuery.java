package org.budgetledger.api.budget.spending;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;

/**
 * Ends an open query: the spend is accepted, or disallowed with a reason, which makes what is left of it a debt (R12).
 * Refused {@code NO_OPEN_QUERY}, and {@code NOTHING_LEFT} when disallowing a spend that was wholly refunded or reversed.
 */
public record ResolveQuery(
        CommandId commandId,
        BudgetId budgetId,
        EntryId spendId,
        Resolution resolution,
        FreeText reason,
        @DefaultsToToday LocalDate effectiveOn)
        implements SpendingCommand {
    public enum Resolution {
        ACCEPTED,
        DISALLOWED
    }
}
