package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a pool.
 *
 * @param amount as it counts in the pool's balance: negative when it went out
 * @param budgetId the member whose it is; none where all bear it
 */
public record PoolEntryView(
        long version,
        @Nullable EntryId entryId,
        PoolEntryKind kind,
        @JsonProperty("amountPence") Money amount,
        @Nullable BudgetId budgetId,
        LocalDate effectiveOn,
        List<SpendFlag> flags,
        @Nullable EntryId refundOf,
        @Nullable FreeText description) {
    public PoolEntryView {
        flags = List.copyOf(flags);
    }
}
