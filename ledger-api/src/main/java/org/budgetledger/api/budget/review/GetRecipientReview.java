package org.budgetledger.api.budget.review;

import java.time.LocalDate;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.reading.StreamQuery;

/** The Step 7 review as the person reads it. */
public record GetRecipientReview(AuthorityId authority, BudgetId budgetId, LocalDate today, long minVersion)
        implements StreamQuery<RecipientReview> {
    @Override
    public UUID stream() {
        return budgetId.value();
    }

    @Override
    public Class<RecipientReview> answers() {
        return RecipientReview.class;
    }
}
