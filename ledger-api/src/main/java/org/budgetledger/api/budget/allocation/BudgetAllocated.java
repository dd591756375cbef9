package org.budgetledger.api.budget.allocation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.jspecify.annotations.Nullable;

/** A sum was agreed. {@code indicativeWeekly} is the indicative sum it was agreed against, where there was one. */
public record BudgetAllocated(
        ItemId allocationId,
        FundingStream stream,
        @JsonProperty("weeklyPence") @Nullable Amount weekly,
        @JsonProperty("oneOffPence") @Nullable Amount oneOff,
        @JsonProperty("indicativeWeeklyPence") @Nullable Amount indicativeWeekly,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable FreeText reason)
        implements AllocationEvent {
    public BudgetAllocated {
        AllocationSum.check(weekly, oneOff, effectiveFrom, effectiveTo);
    }
}
