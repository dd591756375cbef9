package org.budgetledger.api.budget.pooling;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.PoolId;

/** Money of one account went into a pool. */
public record ContributedToPool(
        PoolId poolId,
        EntryId contributionId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        LocalDate effectiveOn)
        implements PoolingEvent {}
