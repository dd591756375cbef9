package org.budgetledger.api.budget.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Minted;
import org.budgetledger.api.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Moves money of one deployment from one stream to another. Refused {@code AGREEMENT_REFERENCE_REQUIRED} without the
 * reference of the funders' agreement, and {@code INSUFFICIENT_FUNDS} above what is free (R11).
 */
public record TransferBetweenStreams(
        CommandId commandId,
        BudgetId budgetId,
        @Minted EntryId transferId,
        @Nullable DeploymentId deployment,
        FundingStream fromStream,
        FundingStream toStream,
        @JsonProperty("amountPence") Amount amount,
        @Nullable Reference agreementReference,
        @Nullable FreeText reason,
        @DefaultsToToday LocalDate effectiveOn)
        implements TransferCommand {
    public TransferBetweenStreams {
        if (fromStream == toStream) {
            throw new IllegalArgumentException("toStream must differ from fromStream");
        }
    }
}
