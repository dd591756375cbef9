package org.budgetledger.api.budget.review;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.jspecify.annotations.Nullable;

/** How far an outcome is lived, and who said so. */
public record OutcomeAssessed(
        ItemId outcomeId,
        OutcomeResult result,
        Said saidBy,
        @Nullable FreeText inTheirWords,
        LocalDate effectiveOn) implements ReviewEvent {}
