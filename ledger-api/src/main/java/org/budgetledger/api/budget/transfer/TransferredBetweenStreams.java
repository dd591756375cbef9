package org.budgetledger.api.budget.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Reference;
import org.jspecify.annotations.Nullable;

/** Money crossed from one stream to another under an agreement of their funders. */
public record TransferredBetweenStreams(
        EntryId transferId,
        DeploymentId deployment,
        FundingStream fromStream,
        FundingStream toStream,
        @JsonProperty("amountPence") Amount amount,
        Reference agreementReference,
        @Nullable FreeText reason,
        LocalDate effectiveOn)
        implements TransferEvent {}
