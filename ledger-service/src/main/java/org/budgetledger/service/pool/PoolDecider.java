package org.budgetledger.service.pool;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Fact;
import org.budgetledger.api.Minting;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.pooling.ContributedToPool;
import org.budgetledger.api.pool.AuthorisePoolSpend;
import org.budgetledger.api.pool.CancelPoolAuthorisation;
import org.budgetledger.api.pool.ClosePool;
import org.budgetledger.api.pool.ContributeToPool;
import org.budgetledger.api.pool.JoinPool;
import org.budgetledger.api.pool.LeavePool;
import org.budgetledger.api.pool.PoolBudgets;
import org.budgetledger.api.pool.PoolCommand;
import org.budgetledger.api.pool.PoolContributionReceived;
import org.budgetledger.api.pool.PoolMemberJoined;
import org.budgetledger.api.pool.PoolOpened;
import org.budgetledger.api.pool.PoolStake;
import org.budgetledger.api.pool.RecordPoolRefund;
import org.budgetledger.api.pool.RecordPoolSpend;
import org.budgetledger.service.budget.Budget;
import org.budgetledger.service.budget.pooling.PoolingDecider;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.jspecify.annotations.Nullable;

/** Money put together: R8, R13, R18, R19. The members' own rules are asked for every penny that leaves them. */
public final class PoolDecider {
    private PoolDecider() {}

    /** The budgets whose streams a command may write to; they must be loaded before it is decided. */
    public static SortedSet<BudgetId> membersTouched(PoolCommand command, Pool pool) {
        var ids = new TreeSet<BudgetId>(Comparator.comparing(BudgetId::value));
        switch (command) {
            case PoolBudgets c -> c.members().forEach(stake -> ids.add(stake.budgetId()));
            case JoinPool c -> ids.add(c.member().budgetId());
            case ContributeToPool c -> ids.add(c.budgetId());
            case LeavePool c -> pool.presentMember(c.budgetId()).ifPresent(member -> ids.add(member.budgetId()));
            case ClosePool _ -> pool.present().forEach(member -> ids.add(member.budgetId()));
            case AuthorisePoolSpend _, CancelPoolAuthorisation _, RecordPoolSpend _, RecordPoolRefund _ -> {}
        }
        return ids;
    }

    /**
     * Decides on a pool and its members together.
     *
     * @param members the budgets of {@link #membersTouched}; one that does not exist is {@link Budget#NONE}
     */
    public static Decision<Addressed> decide(
            PoolCommand command, Context context, Pool pool, Map<BudgetId, Budget> members) {
        if (command instanceof Fact fact && fact.effectiveOn().isAfter(context.today())) {
            return refused(Refusal.factInFuture(fact.effectiveOn()));
        }
        if (!(command instanceof PoolBudgets) && !pool.openWith(context.actor().authority())) {
            return refused(Refusal.poolNotFound(command.poolId()));
        }
        return switch (command) {
            case PoolBudgets c -> open(c, context, pool, members);
            case JoinPool c -> join(c, context, pool, members);
            case ContributeToPool c -> contribute(c, context, pool, members);
            case AuthorisePoolSpend c -> PoolSpending.authorise(c, context, pool);
            case CancelPoolAuthorisation c -> PoolSpending.cancel(c, pool);
            case RecordPoolSpend c -> PoolSpending.record(c, pool);
            case RecordPoolRefund c -> PoolSpending.refund(c, pool);
            case LeavePool c -> PoolEndings.leave(c, context, pool);
            case ClosePool c -> PoolEndings.close(c, context, pool);
        };
    }

    /** R18: every member's money or none. */
    private static Decision<Addressed> open(PoolBudgets c, Context context, Pool pool, Map<BudgetId, Budget> members) {
        if (pool.authority() != null) {
            return refused(Refusal.alreadyOpen(c.poolId()));
        }
        var events = new ArrayList<Addressed>();
        events.add(new Addressed(
                c.poolId(), new PoolOpened(c.poolId(), context.actor().authority(), c.purpose(), c.effectiveOn())));
        for (var stake : c.members()) {
            switch (stakeIn(c.poolId(), c.commandId(), null, stake, c.effectiveOn(), true, context, members)) {
                case Decision.Refused<Addressed>(var refusal) -> {
                    return refused(refusal);
                }
                case Decision.Accepted<Addressed>(var staked) -> events.addAll(staked);
            }
        }
        return accepted(events);
    }

    private static Decision<Addressed> join(JoinPool c, Context context, Pool pool, Map<BudgetId, Budget> members) {
        if (pool.closed()) {
            return refused(Refusal.poolClosed());
        }
        // Who left is settled; coming back would mix old and new equity, so it takes a new pool.
        if (pool.members().stream()
                .anyMatch(member -> member.budgetId().equals(c.member().budgetId()))) {
            return refused(Refusal.alreadyAMember(c.member().budgetId()));
        }
        return stakeIn(c.poolId(), c.commandId(), null, c.member(), c.effectiveOn(), true, context, members);
    }

    private static Decision<Addressed> contribute(
            ContributeToPool c, Context context, Pool pool, Map<BudgetId, Budget> members) {
        if (pool.closed()) {
            return refused(Refusal.poolClosed());
        }
        if (pool.entries().contains(c.contributionId())) {
            return refused(Refusal.idInUse(c.contributionId()));
        }
        if (pool.presentMember(c.budgetId()).isEmpty()) {
            return refused(Refusal.notAMember(c.budgetId()));
        }
        var stake = new PoolStake(c.budgetId(), c.deployment(), c.stream(), c.amount(), null);
        return stakeIn(c.poolId(), c.commandId(), c.contributionId(), stake, c.effectiveOn(), false, context, members);
    }

    /** One member's stake: on the pool's stream and on the member's own. */
    private static Decision<Addressed> stakeIn(
            PoolId pool,
            CommandId commandId,
            @Nullable EntryId chosen,
            PoolStake stake,
            LocalDate effectiveOn,
            boolean joining,
            Context context,
            Map<BudgetId, Budget> members) {
        var budgetId = stake.budgetId();
        var budget = members.getOrDefault(budgetId, Budget.NONE);
        var authority = context.actor().authority();
        if (!budget.allocations().openWith(authority)) {
            return refused(Refusal.budgetNotFound(budgetId));
        }
        var contributionId =
                chosen == null ? new EntryId(Minting.mint(authority, commandId, "contribution|" + budgetId)) : chosen;
        var decision = PoolingDecider.contribute(
                pool, contributionId, stake, effectiveOn, budget.control(), budget.funds(context.today()));
        return switch (decision) {
            case Decision.Refused<ContributedToPool>(var refusal) -> refused(refusal);
            case Decision.Accepted<ContributedToPool>(var contributed) -> {
                var event = contributed.getFirst();
                var events = new ArrayList<Addressed>();
                if (joining) {
                    var weight = stake.weight() == null ? stake.amount().pence() : stake.weight();
                    events.add(new Addressed(pool, new PoolMemberJoined(budgetId, weight, effectiveOn)));
                }
                events.add(new Addressed(
                        pool,
                        new PoolContributionReceived(
                                contributionId,
                                budgetId,
                                event.deployment(),
                                event.stream(),
                                event.amount(),
                                effectiveOn)));
                events.add(new Addressed(budgetId, event));
                yield accepted(events);
            }
        };
    }
}
