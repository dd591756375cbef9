package org.budgetledger.api.pool;

import java.time.LocalDate;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.reading.LedgerQuery;
import org.budgetledger.api.reading.Paging;

/** The pools of an authority in the order they were opened. */
public record ListPools(AuthorityId authority, Paging paging, LocalDate today) implements LedgerQuery<PoolPage> {
    @Override
    public Class<PoolPage> answers() {
        return PoolPage.class;
    }
}
