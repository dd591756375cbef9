package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/** Money of the pool that is set aside for a spend that is coming. */
public record PoolAuthorisationView(
        ItemId authorisationId,
        @JsonProperty("amountPence") Money amount,
        LocalDate effectiveOn,
        @Nullable LocalDate lapsesOn,
        @Nullable FreeText purpose) {}
