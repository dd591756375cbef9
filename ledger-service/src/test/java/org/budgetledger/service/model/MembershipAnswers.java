package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Minting;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.pooling.ContributedToPool;
import org.budgetledger.api.budget.pooling.LeftPool;
import org.budgetledger.api.budget.pooling.PoolShareReturned;
import org.budgetledger.api.pool.ClosePool;
import org.budgetledger.api.pool.ContributeToPool;
import org.budgetledger.api.pool.JoinPool;
import org.budgetledger.api.pool.LeavePool;
import org.budgetledger.api.pool.MemberReturn;
import org.budgetledger.api.pool.PoolBudgets;
import org.budgetledger.api.pool.PoolClosed;
import org.budgetledger.api.pool.PoolContributionReceived;
import org.budgetledger.api.pool.PoolMemberJoined;
import org.budgetledger.api.pool.PoolMemberLeft;
import org.budgetledger.api.pool.PoolOpened;
import org.budgetledger.api.pool.PoolStake;
import org.budgetledger.api.pool.ReturnedShare;

/** Money that crosses between budgets and pools: every member's or none (R18), and back to where it came from (R19). */
final class MembershipAnswers {
    private final ModelLedger ledger;

    MembershipAnswers(ModelLedger ledger) {
        this.ledger = ledger;
    }

    void open(PoolBudgets c, AuthorityId authority, Answer answer) {
        answer.refuseIf(ledger.pools.containsKey(c.poolId()), "ALREADY_OPEN");
        var accounts = new ArrayList<AccountKey>();
        for (var stake : c.members()) {
            accounts.add(
                    account(stake, authority, c.effectiveOn(), contribution(c.commandId(), stake, authority), answer));
        }
        if (answer.refused()) {
            return;
        }
        var pool = new ModelPool(c.poolId(), authority);
        ledger.pools.put(c.poolId(), pool);
        answer.happened(c.poolId(), new PoolOpened(c.poolId(), authority, c.purpose(), c.effectiveOn()));
        for (var i = 0; i < accounts.size(); i++) {
            var stake = c.members().get(i);
            joined(pool, stake, c.effectiveOn(), answer);
            putIn(pool, contribution(c.commandId(), stake, authority), stake, accounts.get(i), c.effectiveOn(), answer);
        }
    }

    void join(JoinPool c, ModelPool pool, Answer answer) {
        var play = pool.play();
        answer.refuseIf(play.closed(), "POOL_CLOSED");
        answer.refuseIf(play.ever.contains(c.member().budgetId()), "ALREADY_A_MEMBER");
        var id = contribution(c.commandId(), c.member(), pool.authority);
        answer.refuseIf(play.entries.contains(id), "ID_IN_USE");
        var account = account(c.member(), pool.authority, c.effectiveOn(), id, answer);
        if (!answer.refused()) {
            joined(pool, c.member(), c.effectiveOn(), answer);
            putIn(pool, id, c.member(), account, c.effectiveOn(), answer);
        }
    }

    void contribute(ContributeToPool c, ModelPool pool, Answer answer) {
        var play = pool.play();
        answer.refuseIf(play.closed(), "POOL_CLOSED");
        answer.refuseIf(!play.present.contains(c.budgetId()), "NOT_A_MEMBER");
        answer.refuseIf(play.entries.contains(c.contributionId()), "ID_IN_USE");
        if (!play.present.contains(c.budgetId())) {
            return;
        }
        var stake = new PoolStake(c.budgetId(), c.deployment(), c.stream(), c.amount(), null);
        var account = account(stake, pool.authority, c.effectiveOn(), c.contributionId(), answer);
        if (!answer.refused()) {
            putIn(pool, c.contributionId(), stake, account, c.effectiveOn(), answer);
        }
    }

    void leave(LeavePool c, ModelPool pool, Answer answer) {
        var play = pool.play();
        var present = play.present.contains(c.budgetId());
        answer.refuseIf(!present, "NOT_A_MEMBER");
        answer.refuseIf(play.closed(), "POOL_CLOSED");
        answer.refuseIf(play.present.size() == 1, "LAST_MEMBER");
        answer.refuseIf(play.equity(c.budgetId()) < 0, "EQUITY_BELOW_ZERO");
        answer.refuseIf(
                play.countsOn(c.budgetId(), c.effectiveOn()) || play.countsOn(c.budgetId(), answer.today),
                "AUTHORISATIONS_OPEN");
        if (answer.refused()) {
            return;
        }
        var returns = play.returns(c.budgetId());
        answer.happened(pool.id, new PoolMemberLeft(c.budgetId(), returns, c.reason(), c.effectiveOn()));
        goes(pool.id, c.budgetId(), returns, c.effectiveOn(), answer);
        pool.steps.add(new PoolStep.Left(c.budgetId()));
    }

    void close(ClosePool c, ModelPool pool, Answer answer) {
        var play = pool.play();
        answer.refuseIf(
                play.closed() && play.present.stream().allMatch(member -> play.equity(member) == 0), "POOL_CLOSED");
        answer.refuseIf(play.present.stream().anyMatch(member -> play.equity(member) < 0), "EQUITY_BELOW_ZERO");
        answer.refuseIf(play.anyStands(c.effectiveOn()) || play.anyStands(answer.today), "AUTHORISATIONS_OPEN");
        if (answer.refused()) {
            return;
        }
        var returns = play.present.stream()
                .map(member -> new MemberReturn(member, play.returns(member)))
                .toList();
        answer.happened(pool.id, new PoolClosed(returns, c.reason(), c.effectiveOn()));
        for (var each : returns) {
            goes(pool.id, each.budgetId(), each.returned(), c.effectiveOn(), answer);
        }
        pool.steps.add(new PoolStep.Closed(c.effectiveOn()));
    }

    /** The account that a stake comes from, once everything is in order; the refusals are noted where it is not. */
    private AccountKey account(
            PoolStake stake, AuthorityId authority, LocalDate on, EntryId contribution, Answer answer) {
        var nowhere = new AccountKey(DeploymentId.AUTHORITY, stake.stream());
        var budget = ledger.budgets.get(stake.budgetId());
        if (budget == null || !budget.authority.equals(authority)) {
            answer.refuseIf(true, "BUDGET_NOT_FOUND");
            return nowhere;
        }
        answer.refuseIf(budget.entryKnown(contribution), "ID_IN_USE");
        EndingAnswers.refuseAfterEnd(on, budget, answer);
        var deployment = budget.meant(stake.deployment(), answer);
        if (deployment == null) {
            return nowhere;
        }
        var account = new AccountKey(deployment, stake.stream());
        budget.refuseAbove(stake.amount().pence(), on, account, stake.budgetId(), answer);
        return account;
    }

    private static EntryId contribution(CommandId command, PoolStake stake, AuthorityId authority) {
        return new EntryId(Minting.mint(authority, command, "contribution|" + stake.budgetId()));
    }

    private static void joined(ModelPool pool, PoolStake stake, LocalDate on, Answer answer) {
        long weight = Objects.requireNonNullElse(stake.weight(), stake.amount().pence());
        answer.happened(pool.id, new PoolMemberJoined(stake.budgetId(), weight, on));
        pool.steps.add(new PoolStep.Joined(stake.budgetId(), weight));
    }

    private void putIn(
            ModelPool pool, EntryId entry, PoolStake stake, AccountKey account, LocalDate on, Answer answer) {
        var pence = stake.amount().pence();
        answer.happened(
                pool.id,
                new PoolContributionReceived(
                        entry, stake.budgetId(), account.deployment(), stake.stream(), stake.amount(), on));
        answer.happened(
                stake.budgetId(),
                new ContributedToPool(pool.id, entry, account.deployment(), stake.stream(), stake.amount(), on));
        pool.steps.add(new PoolStep.PutIn(entry, stake.budgetId(), account, pence));
        budget(stake.budgetId()).pools.add(pool.id);
        budget(stake.budgetId()).write(MoneyLine.Kind.INTO_POOL, entry, account, -pence, null);
    }

    /** R28: a budget knows when it has nothing in a pool any more, though nothing came back. */
    private void goes(PoolId pool, BudgetId member, List<ReturnedShare> returns, LocalDate on, Answer answer) {
        if (returns.isEmpty()) {
            answer.happened(member, new LeftPool(pool, on));
        }
        for (var share : returns) {
            comesBack(pool, member, share, on, answer);
        }
        budget(member).pools.remove(pool);
    }

    private ModelBudget budget(BudgetId id) {
        return Objects.requireNonNull(ledger.budgets.get(id));
    }

    private void comesBack(PoolId pool, BudgetId member, ReturnedShare share, LocalDate on, Answer answer) {
        answer.happened(member, new PoolShareReturned(pool, share.deployment(), share.stream(), share.amount(), on));
        budget(member)
                .write(
                        MoneyLine.Kind.OUT_OF_POOL,
                        new EntryId(pool.value()),
                        new AccountKey(share.deployment(), share.stream()),
                        share.amount().pence(),
                        null);
    }
}
