package org.budgetledger.api.budget.overview;

import java.time.LocalDate;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.reading.StreamQuery;

/** The outline of one budget. */
public record GetBudget(AuthorityId authority, BudgetId budgetId, LocalDate today, long minVersion)
        implements StreamQuery<BudgetView> {
    @Override
    public UUID stream() {
        return budgetId.value();
    }

    @Override
    public Class<BudgetView> answers() {
        return BudgetView.class;
    }
}
