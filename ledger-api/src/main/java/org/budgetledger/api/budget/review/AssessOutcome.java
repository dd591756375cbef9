package org.budgetledger.api.budget.review;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.Fact;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.jspecify.annotations.Nullable;

/** Says how far an outcome of the plan is lived. Refused {@code UNKNOWN_ITEM} when the plan has no such outcome. */
public record AssessOutcome(
        CommandId commandId,
        BudgetId budgetId,
        ItemId outcomeId,
        OutcomeResult result,
        Said saidBy,
        @Nullable FreeText inTheirWords,
        @DefaultsToToday LocalDate effectiveOn)
        implements ReviewCommand, Fact {}
