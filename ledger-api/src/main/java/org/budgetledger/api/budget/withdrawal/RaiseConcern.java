package org.budgetledger.api.budget.withdrawal;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.Fact;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** Raises a concern; a new concern starts the steps again. Refused {@code ALREADY_DONE} once notice is given. */
public record RaiseConcern(
        CommandId commandId,
        BudgetId budgetId,
        FreeText concern,
        @Nullable Urgency urgent,
        @DefaultsToToday LocalDate effectiveOn)
        implements WithdrawalCommand, Fact {}
