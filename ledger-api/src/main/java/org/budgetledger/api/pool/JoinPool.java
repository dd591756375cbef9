package org.budgetledger.api.pool;

import java.time.LocalDate;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.PoolId;

/** Adds a member to an open pool. Refused {@code ALREADY_A_MEMBER}, {@code INSUFFICIENT_FUNDS}, {@code POOL_CLOSED}. */
public record JoinPool(
        CommandId commandId,
        PoolId poolId,
        PoolStake member,
        @DefaultsToToday LocalDate effectiveOn) implements PoolCommand {}
