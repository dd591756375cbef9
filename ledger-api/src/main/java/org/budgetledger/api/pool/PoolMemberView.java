package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/**
 * A member's part of a pool: {@code equity = putIn − boreCosts + refunds − returned}.
 *
 * @param left they left, or the pool closed, and they are settled
 */
public record PoolMemberView(
        BudgetId budgetId,
        long weight,
        @JsonProperty("putInPence") Money putIn,
        @JsonProperty("boreCostsPence") Money boreCosts,
        @JsonProperty("refundsPence") Money refunds,
        @JsonProperty("returnedPence") Money returned,
        @JsonProperty("equityPence") Money equity,
        boolean left,
        LocalDate joinedOn,
        @Nullable LocalDate leftOn,
        List<PoolSourceView> sources) {
    public PoolMemberView {
        sources = List.copyOf(sources);
    }
}
