package org.budgetledger.api.budget.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * A notice that money is asked back, and what came of it.
 *
 * @param asked what it asks for the authority
 * @param dueOn the first day that it may be taken
 * @param recovered what went back to the authority on it
 * @param refundDue the person's part of a surplus
 * @param refunded what of that went back to them
 * @param outstanding what is still asked: {@code asked − recovered}
 * @param representations what the payer said about it
 * @param open whether anything of it is still to be taken or refunded
 */
public record NoticeView(
        ItemId noticeId,
        RecoveryBasis basis,
        @Nullable ItemId surplusId,
        @Nullable ItemId debtId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("askedPence") Money asked,
        FreeText reason,
        @Nullable PersonRef payer,
        LocalDate issuedOn,
        LocalDate dueOn,
        @JsonProperty("recoveredPence") Money recovered,
        @JsonProperty("refundDuePence") Money refundDue,
        @JsonProperty("refundedPence") Money refunded,
        @JsonProperty("outstandingPence") Money outstanding,
        List<Representation> representations,
        boolean open) {
    /** What the payer said. */
    public record Representation(FreeText representation, LocalDate effectiveOn) {}

    public NoticeView {
        representations = List.copyOf(representations);
    }
}
