package org.budgetledger.api.budget.review;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;

/** Something that was learned. */
public record Learning(ItemId learningId, Said saidBy, FreeText learning, LocalDate effectiveOn) {}
