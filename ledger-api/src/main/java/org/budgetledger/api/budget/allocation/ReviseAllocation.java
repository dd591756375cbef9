package org.budgetledger.api.budget.allocation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minted;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/**
 * Changes a sum that was agreed, from any day, in the past too: a weekly rate on every day that it names, whatever was agreed
 * for those days before, or a one-off sum. Days that were paid for already come out as arrears or an overpayment, line by line
 * (R16).
 *
 * <p>Refused {@code NOTHING_TO_REVISE} where the stream has no rate on the first day, or there is no such one-off sum, and
 * {@code NOTHING_CHANGES} where every day has that rate already.
 *
 * @param allocationId names the new version
 * @param weekly pence a week, nothing included; exactly one of it and {@code oneOff} is given
 * @param revises the one-off allocation that is changed; given with {@code oneOff} and only then
 * @param effectiveFrom the first day of the rate, or the day of the one-off sum
 * @param effectiveTo the last day of the rate; none when it runs on
 * @param reason that the person can read (R6)
 * @param upliftId the mass change that it belongs to
 */
public record ReviseAllocation(
        CommandId commandId,
        BudgetId budgetId,
        @Minted ItemId allocationId,
        FundingStream stream,
        @JsonProperty("weeklyPence") @Nullable Money weekly,
        @JsonProperty("oneOffPence") @Nullable Money oneOff,
        @Nullable ItemId revises,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        FreeText reason,
        @Nullable ItemId upliftId)
        implements AllocationCommand {
    public ReviseAllocation {
        AllocationSum.checkRevised(weekly, oneOff, revises, effectiveFrom, effectiveTo);
    }
}
