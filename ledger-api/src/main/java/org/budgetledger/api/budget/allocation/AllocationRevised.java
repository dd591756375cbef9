package org.budgetledger.api.budget.allocation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/**
 * A sum that was agreed is another one.
 *
 * @param was what it was before: the rate on the first day, or the one-off sum
 */
public record AllocationRevised(
        ItemId allocationId,
        FundingStream stream,
        @JsonProperty("weeklyPence") @Nullable Money weekly,
        @JsonProperty("oneOffPence") @Nullable Money oneOff,
        @Nullable ItemId revises,
        @JsonProperty("wasPence") Money was,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        FreeText reason,
        @Nullable ItemId upliftId)
        implements AllocationEvent {
    public AllocationRevised {
        AllocationSum.checkRevised(weekly, oneOff, revises, effectiveFrom, effectiveTo);
    }
}
