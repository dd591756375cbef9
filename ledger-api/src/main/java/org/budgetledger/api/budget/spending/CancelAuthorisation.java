package org.budgetledger.api.budget.spending;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;

/** Cancels an authorisation. Refused {@code UNKNOWN_ITEM}, or {@code ALREADY_DONE} when used, lapsed or cancelled. */
public record CancelAuthorisation(
        CommandId commandId,
        BudgetId budgetId,
        ItemId authorisationId,
        FreeText reason,
        @DefaultsToToday LocalDate effectiveOn)
        implements SpendingCommand {}
