package org.budgetledger.api.budget.ending;

import java.time.LocalDate;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.StreamQuery;

/** The final account of one budget (R22). */
public record GetFinalAccount(AuthorityId authority, BudgetId budgetId, Moment moment, LocalDate today, long minVersion)
        implements StreamQuery<FinalAccountView> {
    @Override
    public UUID stream() {
        return budgetId.value();
    }

    @Override
    public Class<FinalAccountView> answers() {
        return FinalAccountView.class;
    }
}
