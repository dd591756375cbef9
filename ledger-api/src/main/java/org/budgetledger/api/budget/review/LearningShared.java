package org.budgetledger.api.budget.review;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;

/** Something was learned. */
public record LearningShared(ItemId learningId, Said saidBy, FreeText learning, LocalDate effectiveOn)
        implements ReviewEvent {}
