package org.budgetledger.api.budget.balance;

import java.time.LocalDate;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.StreamQuery;

/** What is owed on one budget, item by item. */
public record GetDebts(AuthorityId authority, BudgetId budgetId, Moment moment, LocalDate today, long minVersion)
        implements StreamQuery<DebtsView> {
    @Override
    public UUID stream() {
        return budgetId.value();
    }

    @Override
    public Class<DebtsView> answers() {
        return DebtsView.class;
    }
}
