package org.budgetledger.api.budget.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * Notice was given that money is asked back.
 *
 * @param amount what goes back to the authority
 * @param contributionRefund what goes back to the person with it: their part of a surplus
 * @param privateMoney the person's own money in the balance, which is never taken
 * @param dueOn the first day that it may be taken: the day after the notice ends
 */
public record RecoveryNoticeIssued(
        ItemId noticeId,
        RecoveryBasis basis,
        @Nullable ItemId surplusId,
        @Nullable ItemId debtId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Money amount,
        @JsonProperty("contributionRefundPence") Money contributionRefund,
        @JsonProperty("privatePence") Money privateMoney,
        FreeText reason,
        @Nullable PersonRef payer,
        LocalDate dueOn,
        LocalDate effectiveOn)
        implements RecoveryEvent {}
