package org.budgetledger.api.budget.explanation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/**
 * One part of a figure.
 *
 * @param version the version of the event behind it; none for what the ledger works out of several
 * @param inWords what it is, in a sentence
 * @param effectiveOn its accounting date, or the last day it is for
 * @param amount what it adds to the figure, or takes off it
 */
public record ExplainedItem(
        @Nullable Long version,
        Type type,
        String inWords,
        DeploymentId deployment,
        FundingStream stream,
        LocalDate effectiveOn,
        @JsonProperty("amountPence") Money amount) {
    /** What a part of a figure is. */
    public enum Type {
        PAYMENT,
        CONTRIBUTION,
        TOP_UP,
        INTEREST,
        REFUND,
        POOL_RETURN,
        TRANSFER_IN,
        CREDIT,
        ENTITLEMENT,
        SPEND,
        POOL_CONTRIBUTION,
        TRANSFER_OUT,
        RECOVERY,
        CONTRIBUTION_REFUND,
        EARMARK,
        AUTHORISATION,
        /** A credit that no one has explained: in the balance but not free. */
        SUSPENSE,
        ARREARS_IDENTIFIED,
        OVERPAYMENT_IDENTIFIED,
        SPEND_DISALLOWED,
        SPEND_ACCEPTED,
        /** An item that is owed was settled through a payment. */
        SETTLED_BY_PAYMENT,
        /** The payment that had settled it failed. */
        REOPENED,
        RECOVERED,
        WRITTEN_OFF,
        CONTRIBUTION_DUE,
        /** The person paid more than fell due: that is not taken off what is owed elsewhere. */
        PAID_BEYOND_DUE,
        HELD,
        PRIVATE_MONEY,
        /** The weeks of the gross rate that the policy leaves. */
        WEEKS_KEPT,
        /** An account that holds less than it may keep has no surplus (R24). */
        BELOW_THRESHOLD
    }
}
