package org.budgetledger.api.pool;

import java.time.LocalDate;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Role;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.StreamQuery;

/**
 * One pool: who put in what, who bore what, and what is left.
 *
 * @param viewer a care manager does not see what was bought (R30)
 */
public record GetPool(
        AuthorityId authority, PoolId poolId, Role viewer, Moment moment, LocalDate today, long minVersion)
        implements StreamQuery<PoolView> {
    @Override
    public UUID stream() {
        return poolId.value();
    }

    @Override
    public Class<PoolView> answers() {
        return PoolView.class;
    }
}
