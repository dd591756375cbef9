package org.budgetledger.api.budget.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;

/** The person's part of a surplus went back to them. */
public record ContributionRefunded(
        EntryId refundId,
        EntryId recoveryId,
        ItemId noticeId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        LocalDate effectiveOn)
        implements RecoveryEvent {}
