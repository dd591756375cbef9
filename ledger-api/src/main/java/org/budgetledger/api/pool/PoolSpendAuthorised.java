package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.jspecify.annotations.Nullable;

/** The pool's money is set aside, each member's part of it named. */
public record PoolSpendAuthorised(
        ItemId authorisationId,
        @JsonProperty("amountPence") Amount amount,
        List<MemberShare> shares,
        LocalDate effectiveOn,
        @Nullable LocalDate lapsesOn,
        @Nullable FreeText purpose)
        implements PoolEvent {
    public PoolSpendAuthorised {
        shares = List.copyOf(shares);
    }
}
