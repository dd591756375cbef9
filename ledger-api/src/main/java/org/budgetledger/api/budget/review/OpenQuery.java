package org.budgetledger.api.budget.review;

import java.time.LocalDate;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** A spend that is being asked about. */
public record OpenQuery(
        EntryId spendId,
        FreeText question,
        @Nullable FreeText answer,
        boolean late,
        LocalDate effectiveOn,
        long ageDays) {}
