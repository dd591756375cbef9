package org.budgetledger.api.budget.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minted;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/**
 * Takes public money back, after a notice and its window, or with consent (R23). The person's part of a surplus goes back to
 * them with it.
 *
 * <p>Refused {@code NOTICE_REQUIRED} with neither, {@code NOTICE_RUNNING} before the notice ends, {@code ALREADY_DONE} where the
 * notice has been met, {@code EXCEEDS_NOTICE} above what it asks, {@code EXCEEDS_HELD} above the public money that is held,
 * {@code BUDGET_NOT_ENDED} where neither a notice nor a debt is named and the budget goes on, and
 * {@code NOT_A_DEBT} where it is paid from elsewhere and no debt is there to pay.
 *
 * @param noticeId the notice that asked for it
 * @param debtId with consent and no notice: the debt that it pays
 * @param stream with consent and no notice or debt: which stream of a final account
 * @param amount how much of what is asked; when left out, all that is asked and held
 * @param privateMoney how much of the balance is the person's own; when left out as the notice said
 * @param paidFromElsewhere the payer paid it with other money, so that nothing leaves the account
 */
public record RecoverFunds(
        CommandId commandId,
        BudgetId budgetId,
        @Minted EntryId recoveryId,
        @Nullable ItemId noticeId,
        @Nullable ItemId debtId,
        @Nullable DeploymentId deployment,
        @Nullable FundingStream stream,
        @Nullable Consent consent,
        @JsonProperty("amountPence") @Nullable Amount amount,
        @JsonProperty("privatePence") @Nullable Money privateMoney,
        @Nullable Boolean paidFromElsewhere,
        @DefaultsToToday LocalDate effectiveOn)
        implements RecoveryCommand {
    public RecoverFunds {
        if (noticeId != null && (debtId != null || stream != null)) {
            throw new IllegalArgumentException("noticeId says what is recovered: debtId and stream go without it");
        }
        if (noticeId == null && (debtId == null) == (stream == null)) {
            throw new IllegalArgumentException("without noticeId exactly one of debtId and stream must be given");
        }
        if (privateMoney != null && privateMoney.isNegative()) {
            throw new IllegalArgumentException("privatePence must not be negative");
        }
    }
}
