package org.budgetledger.api.budget.balance;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.jspecify.annotations.Nullable;

/**
 * One deployment's share of one stream: what came in and went out, and what is left.
 *
 * @param degree under whose control it is; none where the budget never had such a deployment
 * @param notional it holds no money: what is left is entitlement to date less what was used
 * @param suspense credits that no one has explained yet; in the balance but not free
 * @param entitledToDate what has come due; only for a notional account
 * @param contributionsDue what the person was to pay: for the days that payments were released for, or that have come
 * @param contributionArrears what of it they have not paid
 * @param free what a decision may still take
 */
public record AccountView(
        DeploymentId deployment,
        FundingStream stream,
        @Nullable DegreeOfControl degree,
        boolean notional,
        @JsonProperty("releasedPence") Money released,
        @JsonProperty("contributionsPence") Money contributions,
        @JsonProperty("topUpsPence") Money topUps,
        @JsonProperty("interestPence") Money interest,
        @JsonProperty("refundsPence") Money refunds,
        @JsonProperty("poolReturnsPence") Money poolReturns,
        @JsonProperty("transfersInPence") Money transfersIn,
        @JsonProperty("spendsPence") Money spends,
        @JsonProperty("poolContributionsPence") Money poolContributions,
        @JsonProperty("transfersOutPence") Money transfersOut,
        @JsonProperty("recoveredPence") Money recovered,
        @JsonProperty("contributionRefundsPence") Money contributionRefunds,
        @JsonProperty("suspensePence") Money suspense,
        @JsonProperty("entitledToDatePence") @Nullable Money entitledToDate,
        @JsonProperty("contributionsDuePence") Money contributionsDue,
        @JsonProperty("contributionArrearsPence") Money contributionArrears,
        @JsonProperty("balancePence") Money balance,
        @JsonProperty("earmarkedPence") Money earmarked,
        @JsonProperty("authorisedPence") Money authorised,
        @JsonProperty("freePence") Money free) {}
