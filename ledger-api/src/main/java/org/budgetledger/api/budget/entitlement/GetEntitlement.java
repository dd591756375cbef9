package org.budgetledger.api.budget.entitlement;

import java.time.LocalDate;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.StreamQuery;
import org.jspecify.annotations.Nullable;

/**
 * What falls due on one budget over a span of days, and what has become of it.
 *
 * @param from the first day; none for that of the pay period that the day asked about is in
 * @param to the last day; none for that of the same period
 */
public record GetEntitlement(
        AuthorityId authority,
        BudgetId budgetId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Moment moment,
        LocalDate today,
        long minVersion)
        implements StreamQuery<EntitlementView> {
    @Override
    public UUID stream() {
        return budgetId.value();
    }

    @Override
    public Class<EntitlementView> answers() {
        return EntitlementView.class;
    }
}
