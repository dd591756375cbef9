package org.budgetledger.api.budget.allocation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minted;
import org.jspecify.annotations.Nullable;

/**
 * Agrees a sum on one funding stream: either a rate in pence a week over days, or a one-off sum on a day.
 *
 * <p>Refused {@code REASON_REQUIRED} when a rate differs from the latest indicative one and no reason is given (R6), and
 * {@code ALLOCATION_OVERLAPS} when a day would have two rates (R16).
 *
 * @param weekly pence a week; exactly one of it and {@code oneOff} is given
 * @param effectiveFrom the first day of the rate, or the day of the one-off sum
 * @param effectiveTo the last day of the rate; none when it runs on
 */
public record AllocateBudget(
        CommandId commandId,
        BudgetId budgetId,
        @Minted ItemId allocationId,
        FundingStream stream,
        @JsonProperty("weeklyPence") @Nullable Amount weekly,
        @JsonProperty("oneOffPence") @Nullable Amount oneOff,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable FreeText reason)
        implements AllocationCommand {
    public AllocateBudget {
        AllocationSum.check(weekly, oneOff, effectiveFrom, effectiveTo);
    }
}
