package org.budgetledger.api.pool;

import java.time.LocalDate;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.PoolId;
import org.jspecify.annotations.Nullable;

/** Closes the pool and returns every remaining share. Refused {@code EQUITY_BELOW_ZERO}, {@code AUTHORISATIONS_OPEN}. */
public record ClosePool(
        CommandId commandId,
        PoolId poolId,
        @Nullable FreeText reason,
        @DefaultsToToday LocalDate effectiveOn) implements PoolCommand {}
