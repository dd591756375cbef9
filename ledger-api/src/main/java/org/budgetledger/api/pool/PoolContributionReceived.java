package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;

/** A member put money in, from one account of theirs. */
public record PoolContributionReceived(
        EntryId contributionId,
        BudgetId budgetId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        LocalDate effectiveOn)
        implements PoolEvent {}
