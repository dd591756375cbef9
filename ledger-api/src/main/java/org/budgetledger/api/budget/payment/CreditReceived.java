package org.budgetledger.api.budget.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.FundingStream;
import org.jspecify.annotations.Nullable;

/**
 * Money came in that no one has explained yet.
 *
 * @param looksLike what it was said to be, or seems to be
 * @param claimedSpend the spend that it was said to be a refund of, where it was more than was left of it (R13)
 */
public record CreditReceived(
        EntryId creditId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        Holding holding,
        @Nullable CreditKind looksLike,
        @Nullable EntryId claimedSpend,
        Evidence evidence,
        LocalDate effectiveOn)
        implements PaymentEvent {}
