package org.budgetledger.api.budget.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;

/** Money of one stream changed hands within a budget. */
public record MovedBetweenDeployments(
        EntryId moveId,
        DeploymentId fromDeployment,
        DeploymentId toDeployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        FreeText reason,
        LocalDate effectiveOn)
        implements TransferEvent {}
