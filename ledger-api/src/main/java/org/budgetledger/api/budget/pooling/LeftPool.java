package org.budgetledger.api.budget.pooling;

import java.time.LocalDate;
import org.budgetledger.api.PoolId;

/** The member left a pool, or it closed, with nothing left of their share to come back. */
public record LeftPool(PoolId poolId, LocalDate effectiveOn) implements PoolingEvent {}
