package org.budgetledger.api.pool;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.PoolId;
import org.jspecify.annotations.Nullable;

/**
 * A member leaves and takes their equity, back to the accounts it came from, and is settled (R19). Refused
 * {@code NOT_A_MEMBER}, {@code LAST_MEMBER} (close the pool instead), {@code EQUITY_BELOW_ZERO}, and
 * {@code AUTHORISATIONS_OPEN} while money is set aside that counts on them.
 */
public record LeavePool(
        CommandId commandId,
        PoolId poolId,
        BudgetId budgetId,
        @Nullable FreeText reason,
        @DefaultsToToday LocalDate effectiveOn)
        implements PoolCommand {}
