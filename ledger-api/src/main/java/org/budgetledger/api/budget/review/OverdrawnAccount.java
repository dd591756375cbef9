package org.budgetledger.api.budget.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;

/** An account that is below zero: a question whether the sum is sufficient, not a debt (R12). */
public record OverdrawnAccount(
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("balancePence") Money balance) {}
