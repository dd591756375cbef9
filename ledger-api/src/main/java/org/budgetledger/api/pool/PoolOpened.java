package org.budgetledger.api.pool;

import java.time.LocalDate;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.PoolId;

/** A pool began. */
public record PoolOpened(PoolId poolId, AuthorityId authority, FreeText purpose, LocalDate effectiveOn)
        implements PoolEvent {}
