package org.budgetledger.api.budget.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/** What the person pays a week towards one stream. */
public record ShareInWords(
        FundingStream stream,
        @JsonProperty("weeklyPence") Money weekly,
        LocalDate effectiveFrom,
        @Nullable FreeText reason,
        String inWords) {}
