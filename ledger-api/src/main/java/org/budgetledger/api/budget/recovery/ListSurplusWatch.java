package org.budgetledger.api.budget.recovery;

import java.time.LocalDate;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.policy.SurplusWeeks;
import org.budgetledger.api.reading.LedgerQuery;
import org.budgetledger.api.reading.Paging;

/**
 * The accounts of an authority that hold more than so many weeks of their rate.
 *
 * @param minWeeks the weeks; an account with just so many is not listed
 * @param weeks the weeks of surplus that each policy leaves: the read side has no policy of its own
 */
public record ListSurplusWatch(AuthorityId authority, int minWeeks, SurplusWeeks weeks, Paging paging, LocalDate today)
        implements LedgerQuery<SurplusWatchPage> {
    @Override
    public Class<SurplusWatchPage> answers() {
        return SurplusWatchPage.class;
    }
}
