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

/** Moves money of one stream to another deployment. Refused {@code INSUFFICIENT_FUNDS} above what is free (R11). */
public record MoveBetweenDeployments(
        CommandId commandId,
        BudgetId budgetId,
        @Minted EntryId moveId,
        DeploymentId fromDeployment,
        DeploymentId toDeployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        FreeText reason,
        @DefaultsToToday LocalDate effectiveOn)
        implements TransferCommand {
    public MoveBetweenDeployments {
        if (fromDeployment.equals(toDeployment)) {
            throw new IllegalArgumentException("toDeployment must differ from fromDeployment");
        }
    }
}
