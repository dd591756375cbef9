package org.budgetledger.api.budget.spending;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;

/** Answers an open query. Refused {@code NO_OPEN_QUERY}. */
public record AnswerQuery(
        CommandId commandId,
        BudgetId budgetId,
        EntryId spendId,
        FreeText answer,
        @DefaultsToToday LocalDate effectiveOn)
        implements SpendingCommand {}
