package org.budgetledger.api.pool;

import java.util.List;
import org.budgetledger.api.BudgetId;

/** What one member got back when the pool closed. */
public record MemberReturn(BudgetId budgetId, List<ReturnedShare> returned) {
    public MemberReturn {
        returned = List.copyOf(returned);
    }
}
