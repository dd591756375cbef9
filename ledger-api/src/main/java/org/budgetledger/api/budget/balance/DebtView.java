package org.budgetledger.api.budget.balance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.entitlement.AdjustmentCause;
import org.jspecify.annotations.Nullable;

/**
 * What the holder owes, item by item (R12).
 *
 * @param debtId what names it in a notice, a recovery or a write-off
 * @param spendId the spend that was disallowed
 * @param amount what is outstanding
 * @param cause what made an overpayment
 * @param reason why a spend was disallowed
 * @param effectiveOn the day it was identified; for arrears of contributions the day that is asked about
 */
public record DebtView(
        ItemId debtId,
        Kind kind,
        @Nullable EntryId spendId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Money amount,
        @Nullable AdjustmentCause cause,
        @Nullable FreeText reason,
        LocalDate effectiveOn) {
    /** What a debt comes from. */
    public enum Kind {
        OVERPAYMENT,
        DISALLOWED_SPEND,
        CONTRIBUTION_ARREARS
    }
}
