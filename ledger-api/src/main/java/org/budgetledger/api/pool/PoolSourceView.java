package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;

/** The account that a member's money came from, what it gave and what came back to it (R19). */
public record PoolSourceView(
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("putInPence") Money putIn,
        @JsonProperty("returnedPence") Money returned) {}
