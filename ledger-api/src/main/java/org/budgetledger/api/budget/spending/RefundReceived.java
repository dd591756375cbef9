package org.budgetledger.api.budget.spending;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.FundingStream;

/** Money came back for a spend. */
public record RefundReceived(
        EntryId refundId,
        EntryId spendId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        Evidence evidence,
        LocalDate effectiveOn)
        implements SpendingEvent {}
