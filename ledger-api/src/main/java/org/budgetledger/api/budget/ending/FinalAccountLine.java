package org.budgetledger.api.budget.ending;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;

/**
 * What one account that holds money comes to at the end: {@code remains = balance − private − suspense − earmarked −
 * authorised}, and nothing where that is less.
 *
 * @param privateMoney the person's own: their top-ups, as far as the balance goes (R14)
 * @param publicMoney the most that may be recovered: the balance less private money and suspense (R23)
 * @param remains public money that is neither set aside nor promised
 * @param recovered what has gone back to the authority
 */
public record FinalAccountLine(
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("balancePence") Money balance,
        @JsonProperty("privatePence") Money privateMoney,
        @JsonProperty("suspensePence") Money suspense,
        @JsonProperty("earmarkedPence") Money earmarked,
        @JsonProperty("authorisedPence") Money authorised,
        @JsonProperty("publicPence") Money publicMoney,
        @JsonProperty("remainsPence") Money remains,
        @JsonProperty("recoveredPence") Money recovered) {}
