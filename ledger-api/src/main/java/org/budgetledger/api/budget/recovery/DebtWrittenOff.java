package org.budgetledger.api.budget.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;

/** A debt was given up, or part of one. */
public record DebtWrittenOff(
        ItemId debtId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        ActorId requestedBy,
        ActorId approvedBy,
        FreeText reason,
        LocalDate effectiveOn)
        implements RecoveryEvent {}
