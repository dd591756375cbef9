package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Minted;
import org.budgetledger.api.PoolId;
import org.jspecify.annotations.Nullable;

/** Puts in more of a member's money; the weights stay. Refused {@code NOT_A_MEMBER}, {@code INSUFFICIENT_FUNDS}. */
public record ContributeToPool(
        CommandId commandId,
        PoolId poolId,
        BudgetId budgetId,
        @Minted EntryId contributionId,
        @Nullable DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        @DefaultsToToday LocalDate effectiveOn)
        implements PoolCommand {}
