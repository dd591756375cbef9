package org.budgetledger.api.budget.allocation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the person pays a week towards a stream from a day on.
 *
 * @param effectiveTo the last day; none when it runs on
 */
public record ContributionAssessed(
        FundingStream stream,
        @JsonProperty("weeklyPence") Money weekly,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable FreeText reason)
        implements AllocationEvent {}
