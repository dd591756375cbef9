package org.budgetledger.api.budget.balance;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;

/** The accounts of one funding stream added up. */
public record StreamSum(
        FundingStream stream,
        @JsonProperty("balancePence") Money balance,
        @JsonProperty("earmarkedPence") Money earmarked,
        @JsonProperty("authorisedPence") Money authorised,
        @JsonProperty("suspensePence") Money suspense,
        @JsonProperty("freePence") Money free) {}
