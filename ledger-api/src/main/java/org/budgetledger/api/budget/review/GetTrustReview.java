package org.budgetledger.api.budget.review;

import java.time.LocalDate;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.reading.StreamQuery;

/** The Step 7 review as the trustees of a user-controlled trust read it. */
public record GetTrustReview(AuthorityId authority, BudgetId budgetId, LocalDate today, long minVersion)
        implements StreamQuery<TrustReview> {
    @Override
    public UUID stream() {
        return budgetId.value();
    }

    @Override
    public Class<TrustReview> answers() {
        return TrustReview.class;
    }
}
