package org.budgetledger.api.pool;

import org.budgetledger.api.LedgerEvent;

/** An event in a pool's history. */
public sealed interface PoolEvent extends LedgerEvent
        permits PoolOpened,
                PoolMemberJoined,
                PoolContributionReceived,
                PoolSpendAuthorised,
                PoolAuthorisationCancelled,
                PoolSpendRecorded,
                PoolRefundReceived,
                PoolMemberLeft,
                PoolClosed {}
