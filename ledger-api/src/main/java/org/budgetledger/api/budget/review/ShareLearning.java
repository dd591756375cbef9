package org.budgetledger.api.budget.review;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.Fact;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minted;

/** Shares what was learned, from either side. */
public record ShareLearning(
        CommandId commandId,
        BudgetId budgetId,
        @Minted ItemId learningId,
        Said saidBy,
        FreeText learning,
        @DefaultsToToday LocalDate effectiveOn)
        implements ReviewCommand, Fact {}
