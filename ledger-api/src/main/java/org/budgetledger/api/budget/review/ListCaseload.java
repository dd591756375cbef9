package org.budgetledger.api.budget.review;

import java.time.LocalDate;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.reading.LedgerQuery;
import org.budgetledger.api.reading.Paging;

/** The budgets of an authority, those whose review is due first at the top. */
public record ListCaseload(AuthorityId authority, Paging paging, LocalDate today) implements LedgerQuery<CaseloadPage> {
    @Override
    public Class<CaseloadPage> answers() {
        return CaseloadPage.class;
    }
}
