package org.budgetledger.api.budget.overview;

import java.time.LocalDate;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.reading.LedgerQuery;
import org.budgetledger.api.reading.Paging;

/** The budgets of an authority in the order they were opened. */
public record ListBudgets(AuthorityId authority, Paging paging, LocalDate today) implements LedgerQuery<BudgetPage> {
    @Override
    public Class<BudgetPage> answers() {
        return BudgetPage.class;
    }
}
