package org.budgetledger.api.budget.allocation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.Fact;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minted;
import org.budgetledger.api.Reference;

/**
 * Records what the resource allocation system made of an assessment: points to an indicative weekly sum. Kept for ever
 * beside whatever sum is agreed (R6).
 *
 * @param points the assessed points, from 0 to 10,000
 * @param rasVersion the published version of the system that was used
 */
public record RecordRasResult(
        CommandId commandId,
        BudgetId budgetId,
        @Minted ItemId resultId,
        FundingStream stream,
        int points,
        @JsonProperty("indicativeWeeklyPence") Amount indicativeWeekly,
        Reference rasVersion,
        @DefaultsToToday LocalDate effectiveOn)
        implements AllocationCommand, Fact {
    public RecordRasResult {
        if (points < 0 || points > 10_000) {
            throw new IllegalArgumentException("points must be from 0 to 10000, not " + points);
        }
    }
}
