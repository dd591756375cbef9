package org.budgetledger.api.budget.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.entitlement.OwedPart;
import org.jspecify.annotations.Nullable;

/**
 * Public money went back to the authority.
 *
 * @param debts the debts that it pays, oldest first
 * @param paidFromElsewhere it did not come out of the account
 */
public record FundsRecovered(
        EntryId recoveryId,
        @Nullable ItemId noticeId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        List<OwedPart> debts,
        @Nullable Consent consent,
        boolean paidFromElsewhere,
        LocalDate effectiveOn)
        implements RecoveryEvent {
    public FundsRecovered {
        debts = List.copyOf(debts);
    }
}
