package org.budgetledger.service.budget.pooling;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import java.time.LocalDate;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.pooling.ContributedToPool;
import org.budgetledger.api.pool.PoolStake;
import org.budgetledger.service.budget.account.Funds;
import org.budgetledger.service.budget.control.Control;
import org.budgetledger.service.budget.entitlement.Endings;
import org.budgetledger.service.deciding.Decision;

/** A member's side of a pool: their money moves by the rules of any decision (R11, R18). */
public final class PoolingDecider {
    private PoolingDecider() {}

    public static Decision<ContributedToPool> contribute(
            PoolId pool, EntryId contributionId, PoolStake stake, LocalDate effectiveOn, Control control, Funds funds) {
        var ended = Endings.refusalOn(effectiveOn, funds.entitlement());
        if (ended.isPresent()) {
            return refused(ended.get());
        }
        if (funds.account().knows(contributionId)) {
            return refused(Refusal.idInUse(contributionId));
        }
        return control.on(
                stake.deployment(),
                deployment -> funds.shortOf(
                                stake.amount(),
                                effectiveOn,
                                new AccountKey(deployment, stake.stream()),
                                stake.budgetId())
                        .<Decision<ContributedToPool>>map(Decision::refused)
                        .orElseGet(() -> accepted(new ContributedToPool(
                                pool, contributionId, deployment, stake.stream(), stake.amount(), effectiveOn))));
    }
}
