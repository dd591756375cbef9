package org.budgetledger.api.budget.spending;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.jspecify.annotations.Nullable;

/** An entry no longer counts. */
public record EntryReversed(
        EntryId reversalId,
        EntryId entryId,
        EntryKind kind,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        @Nullable EntryId spendId,
        FreeText reason,
        LocalDate effectiveOn)
        implements SpendingEvent {}
