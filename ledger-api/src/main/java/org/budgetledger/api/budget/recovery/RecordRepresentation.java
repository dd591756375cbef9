package org.budgetledger.api.budget.recovery;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.Fact;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;

/** Records what the payer says about a notice of recovery. {@code UNKNOWN_ITEM} where there is no such notice. */
public record RecordRepresentation(
        CommandId commandId,
        BudgetId budgetId,
        ItemId noticeId,
        FreeText representation,
        @DefaultsToToday LocalDate effectiveOn)
        implements RecoveryCommand, Fact {}
