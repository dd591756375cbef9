package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.jspecify.annotations.Nullable;

/**
 * What a budget puts into a pool, and from which account.
 *
 * @param deployment the deployment it comes from; may be left out where the budget has one
 * @param weight how the member bears costs and refunds; what they first put in, in pence, when left out
 */
public record PoolStake(
        BudgetId budgetId,
        @Nullable DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        @Nullable Long weight) {
    public PoolStake {
        if (weight != null && (weight < 1 || weight > Amount.MAX_PENCE)) {
            throw new IllegalArgumentException("weight must be from 1 to " + Amount.MAX_PENCE + ", not " + weight);
        }
    }
}
