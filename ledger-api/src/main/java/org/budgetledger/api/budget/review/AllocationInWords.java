package org.budgetledger.api.budget.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a person gets of one stream, and how it was worked out.
 *
 * @param indicativeWeekly what the resource allocation system made of the assessment, where it was asked
 */
public record AllocationInWords(
        FundingStream stream,
        @JsonProperty("weeklyPence") @Nullable Money weekly,
        @JsonProperty("oneOffPence") @Nullable Money oneOff,
        @JsonProperty("indicativeWeeklyPence") @Nullable Money indicativeWeekly,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable FreeText reason,
        String inWords) {}
