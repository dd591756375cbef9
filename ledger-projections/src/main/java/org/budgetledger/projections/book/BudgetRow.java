package org.budgetledger.projections.book;

import java.time.LocalDate;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * The line of one budget.
 *
 * @param reviewDueOn the last day to hold the next review; none before the first payment (R27)
 */
public record BudgetRow(
        BudgetId budgetId,
        AuthorityId authority,
        PersonRef personRef,
        LocalDate openedOn,
        @Nullable LocalDate reviewDueOn) {
    public boolean reviewOverdueOn(LocalDate today) {
        return reviewDueOn != null && reviewDueOn.isBefore(today);
    }
}
