package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.StreamId;

/** A command to a pool and, where money crosses, to its members' budgets in the same unit of work. */
public sealed interface PoolCommand extends LedgerCommand
        permits PoolBudgets,
                JoinPool,
                ContributeToPool,
                AuthorisePoolSpend,
                CancelPoolAuthorisation,
                RecordPoolSpend,
                RecordPoolRefund,
                LeavePool,
                ClosePool {
    PoolId poolId();

    @JsonIgnore
    @Override
    default StreamId streamId() {
        return poolId();
    }
}
