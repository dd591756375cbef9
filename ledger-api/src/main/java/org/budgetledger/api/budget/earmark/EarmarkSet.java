package org.budgetledger.api.budget.earmark;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.jspecify.annotations.Nullable;

/** Money is set aside. */
public record EarmarkSet(
        ItemId earmarkId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        EarmarkPurpose purpose,
        @Nullable FreeText description,
        LocalDate effectiveOn)
        implements EarmarkEvent {}
