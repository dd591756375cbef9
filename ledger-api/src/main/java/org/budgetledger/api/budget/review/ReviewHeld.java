package org.budgetledger.api.budget.review;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.jspecify.annotations.Nullable;

/** A review was held; the next is due by {@code nextDueOn} (R27). */
public record ReviewHeld(
        ItemId reviewId, Okay okay, Said saidBy, @Nullable FreeText summary, LocalDate effectiveOn, LocalDate nextDueOn)
        implements ReviewEvent {}
