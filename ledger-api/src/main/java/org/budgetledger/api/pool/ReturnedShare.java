package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;

/** A part of a member's equity, and the account that it came from and goes back to. */
public record ReturnedShare(
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount) {}
