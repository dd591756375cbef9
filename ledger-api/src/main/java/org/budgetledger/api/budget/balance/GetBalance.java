package org.budgetledger.api.budget.balance;

import java.time.LocalDate;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.StreamQuery;

/** What is left of one budget, and of which account, on a day. */
public record GetBalance(AuthorityId authority, BudgetId budgetId, Moment moment, LocalDate today, long minVersion)
        implements StreamQuery<BalanceView> {
    @Override
    public UUID stream() {
        return budgetId.value();
    }

    @Override
    public Class<BalanceView> answers() {
        return BalanceView.class;
    }
}
