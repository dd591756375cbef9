package org.budgetledger.api.budget.allocation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the person pays a week towards one stream, from a day on. Refused {@code CONTRIBUTION_NOT_ALLOWED} on a
 * stream that is not means-tested (R14).
 *
 * <p>It holds on every day that it names, whatever was assessed before; days that were paid for already come out as arrears or
 * an overpayment (R16).
 *
 * @param weekly pence a week; nothing to pay is a decision too
 * @param effectiveTo the last day; none when it runs on
 */
public record AssessContribution(
        CommandId commandId,
        BudgetId budgetId,
        FundingStream stream,
        @JsonProperty("weeklyPence") Money weekly,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable FreeText reason)
        implements AllocationCommand {
    public AssessContribution {
        if (weekly.isNegative() || weekly.pence() > Amount.MAX_PENCE) {
            throw new IllegalArgumentException("weeklyPence must be from 0 to " + Amount.MAX_PENCE);
        }
        if (effectiveTo != null && effectiveTo.isBefore(effectiveFrom)) {
            throw new IllegalArgumentException("effectiveTo must not be before effectiveFrom");
        }
    }
}
