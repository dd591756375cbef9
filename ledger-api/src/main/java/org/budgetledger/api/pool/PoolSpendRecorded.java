package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.jspecify.annotations.Nullable;

/** The pool's money was used; {@code shares} say who bore how much. */
public record PoolSpendRecorded(
        EntryId spendId,
        @JsonProperty("amountPence") Amount amount,
        List<MemberShare> shares,
        Evidence evidence,
        @Nullable ItemId authorisationId,
        @Nullable FreeText description,
        List<SpendFlag> flags,
        LocalDate effectiveOn)
        implements PoolEvent {
    public PoolSpendRecorded {
        shares = List.copyOf(shares);
        flags = List.copyOf(flags);
    }
}
