package org.budgetledger.api.budget.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minted;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * Tells the payer what is asked back, why, how much and from which day on (R23). Exactly one basis: a surplus, a debt, or
 * neither, which is the final account of a budget that has ended.
 *
 * <p>Refused {@code UNKNOWN_ITEM} where there is no such surplus or debt, {@code EXCEEDS_DEBT} above what is outstanding,
 * {@code BUDGET_NOT_ENDED} for the final account of one that goes on, {@code NOTHING_LEFT} where nothing public is left, and
 * {@code ALREADY_DONE} while a notice on the same basis is open.
 *
 * @param surplusId the surplus that is asked back
 * @param debtId the overpayment or the disallowed spend
 * @param deployment whose final account it is
 * @param stream with a final account, which stream of it
 * @param amount how much of it; when left out, all of it
 * @param privateMoney how much of the balance is the person's own; when left out as with {@link IdentifySurplus}
 * @param payer who is asked; the holder where no one is named
 */
public record IssueRecoveryNotice(
        CommandId commandId,
        BudgetId budgetId,
        @Minted ItemId noticeId,
        @Nullable ItemId surplusId,
        @Nullable ItemId debtId,
        @Nullable DeploymentId deployment,
        @Nullable FundingStream stream,
        @JsonProperty("amountPence") @Nullable Amount amount,
        @JsonProperty("privatePence") @Nullable Money privateMoney,
        FreeText reason,
        @Nullable PersonRef payer,
        @DefaultsToToday LocalDate effectiveOn)
        implements RecoveryCommand {
    public IssueRecoveryNotice {
        if (privateMoney != null && privateMoney.isNegative()) {
            throw new IllegalArgumentException("privatePence must not be negative");
        }
        if (surplusId != null && debtId != null) {
            throw new IllegalArgumentException("surplusId and debtId must not both be given");
        }
        if ((surplusId == null && debtId == null) != (stream != null)) {
            throw new IllegalArgumentException(
                    "stream goes with a final account, which has no surplusId and no debtId");
        }
    }
}
