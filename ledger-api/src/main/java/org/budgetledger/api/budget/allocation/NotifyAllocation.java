package org.budgetledger.api.budget.allocation;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.Fact;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** Records that the person was told their sum. Refused {@code NOTHING_ALLOCATED} before there is one (R7). */
public record NotifyAllocation(
        CommandId commandId,
        BudgetId budgetId,
        @DefaultsToToday LocalDate effectiveOn,
        @Nullable FreeText note) implements AllocationCommand, Fact {}
