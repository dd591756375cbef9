package org.budgetledger.api.pool;

import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** A member left with what was theirs. */
public record PoolMemberLeft(
        BudgetId budgetId,
        List<ReturnedShare> returned,
        @Nullable FreeText reason,
        LocalDate effectiveOn) implements PoolEvent {
    public PoolMemberLeft {
        returned = List.copyOf(returned);
    }
}
