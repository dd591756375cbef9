package org.budgetledger.api.budget.pooling;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.PoolId;

/** What was left of a member's share came back to the very account it came from (R19). */
public record PoolShareReturned(
        PoolId poolId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        LocalDate effectiveOn)
        implements PoolingEvent {}
