package org.budgetledger.api.budget.balance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.earmark.EarmarkPurpose;
import org.jspecify.annotations.Nullable;

/** Money that is set aside, and how much of it still is. */
public record EarmarkView(
        ItemId earmarkId,
        DeploymentId deployment,
        FundingStream stream,
        EarmarkPurpose purpose,
        @Nullable FreeText description,
        @JsonProperty("leftPence") Money left,
        LocalDate effectiveOn) {}
