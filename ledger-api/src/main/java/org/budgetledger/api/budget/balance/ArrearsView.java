package org.budgetledger.api.budget.balance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.entitlement.AdjustmentCause;

/**
 * What is owed to the holder.
 *
 * @param amount what is not paid yet
 */
public record ArrearsView(
        ItemId adjustmentId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Money amount,
        AdjustmentCause cause,
        LocalDate effectiveOn) {}
