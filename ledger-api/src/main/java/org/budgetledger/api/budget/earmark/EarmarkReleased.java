package org.budgetledger.api.budget.earmark;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.jspecify.annotations.Nullable;

/** Money that was set aside is free again. */
public record EarmarkReleased(
        ItemId earmarkId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        @Nullable FreeText reason,
        LocalDate effectiveOn)
        implements EarmarkEvent {}
