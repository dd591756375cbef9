package org.budgetledger.api.budget.recovery;

import java.time.LocalDate;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.StreamQuery;

/** What was asked back on one budget, what came of it, and what is outstanding. */
public record GetRecoveries(AuthorityId authority, BudgetId budgetId, Moment moment, LocalDate today, long minVersion)
        implements StreamQuery<RecoveriesView> {
    @Override
    public UUID stream() {
        return budgetId.value();
    }

    @Override
    public Class<RecoveriesView> answers() {
        return RecoveriesView.class;
    }
}
