package org.budgetledger.api.budget.review;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.Fact;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minted;
import org.jspecify.annotations.Nullable;

/** Records that a review was held: only this moves the date of the next one (R27). */
public record HoldReview(
        CommandId commandId,
        BudgetId budgetId,
        @Minted ItemId reviewId,
        Okay okay,
        Said saidBy,
        @Nullable FreeText summary,
        @DefaultsToToday LocalDate effectiveOn)
        implements ReviewCommand, Fact {}
