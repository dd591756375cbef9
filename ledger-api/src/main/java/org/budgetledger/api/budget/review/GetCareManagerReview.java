package org.budgetledger.api.budget.review;

import java.time.LocalDate;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.reading.StreamQuery;

/** The Step 7 review as the care manager reads it. */
public record GetCareManagerReview(AuthorityId authority, BudgetId budgetId, LocalDate today, long minVersion)
        implements StreamQuery<CareManagerReview> {
    @Override
    public UUID stream() {
        return budgetId.value();
    }

    @Override
    public Class<CareManagerReview> answers() {
        return CareManagerReview.class;
    }
}
