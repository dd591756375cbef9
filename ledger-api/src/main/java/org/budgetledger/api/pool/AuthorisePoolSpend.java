package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minted;
import org.budgetledger.api.PoolId;
import org.jspecify.annotations.Nullable;

/**
 * Sets the pool's money aside for a spend that is coming. Refused {@code INSUFFICIENT_FUNDS} when a member's part would be
 * more than their free equity (R8, R19).
 */
public record AuthorisePoolSpend(
        CommandId commandId,
        PoolId poolId,
        @Minted ItemId authorisationId,
        @JsonProperty("amountPence") Amount amount,
        @DefaultsToToday LocalDate effectiveOn,
        @Nullable LocalDate lapsesOn,
        @Nullable FreeText purpose)
        implements PoolCommand {
    public AuthorisePoolSpend {
        if (lapsesOn != null && !lapsesOn.isAfter(effectiveOn)) {
            throw new IllegalArgumentException("lapsesOn must be after effectiveOn");
        }
    }
}
