package org.budgetledger.api.budget.allocation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Reference;

/** The indicative sum of an assessment; never overwritten by the agreed one (R6). */
public record IndicativeAllocationCalculated(
        ItemId resultId,
        FundingStream stream,
        int points,
        @JsonProperty("indicativeWeeklyPence") Amount indicativeWeekly,
        Reference rasVersion,
        LocalDate effectiveOn)
        implements AllocationEvent {}
