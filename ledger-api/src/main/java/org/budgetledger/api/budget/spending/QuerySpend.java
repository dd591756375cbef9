package org.budgetledger.api.budget.spending;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;

/** Asks about a spend, against its outcome (R10). Refused {@code ALREADY_DONE} while a query on it is open. */
public record QuerySpend(
        CommandId commandId,
        BudgetId budgetId,
        EntryId spendId,
        FreeText question,
        @DefaultsToToday LocalDate effectiveOn)
        implements SpendingCommand {}
