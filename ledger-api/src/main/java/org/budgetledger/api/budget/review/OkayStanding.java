package org.budgetledger.api.budget.review;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** Is the person okay: who said so, and when. */
public record OkayStanding(Okay okay, Said saidBy, @Nullable FreeText summary, LocalDate effectiveOn) {}
