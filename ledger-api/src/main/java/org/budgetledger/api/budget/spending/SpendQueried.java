package org.budgetledger.api.budget.spending;

import java.time.LocalDate;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;

/** A spend was asked about. {@code late} when that was longer after it than the policy's alert (28 days). */
public record SpendQueried(EntryId spendId, FreeText question, boolean late, LocalDate effectiveOn)
        implements SpendingEvent {}
