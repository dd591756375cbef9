package org.budgetledger.service.pool;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import java.util.ArrayList;
import org.budgetledger.api.Money;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.budgetledger.api.pool.AuthorisePoolSpend;
import org.budgetledger.api.pool.CancelPoolAuthorisation;
import org.budgetledger.api.pool.PoolAuthorisationCancelled;
import org.budgetledger.api.pool.PoolRefundReceived;
import org.budgetledger.api.pool.PoolSpendAuthorised;
import org.budgetledger.api.pool.PoolSpendRecorded;
import org.budgetledger.api.pool.RecordPoolRefund;
import org.budgetledger.api.pool.RecordPoolSpend;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;

/** The pool's money going out and coming back: R8, R9, R13, R19. */
final class PoolSpending {
    private PoolSpending() {}

    /** R8, R19: no decision takes a member's equity below zero, even where the pool as a whole has enough; dated ahead or not. */
    static Decision<Addressed> authorise(AuthorisePoolSpend c, Context context, Pool pool) {
        if (pool.closed()) {
            return refused(Refusal.poolClosed());
        }
        if (pool.authorisations().containsKey(c.authorisationId())) {
            return refused(Refusal.idInUse(c.authorisationId()));
        }
        var shares = pool.sharesOf(c.amount());
        var shortfall = Money.ZERO;
        for (var share : shares) {
            var member = pool.presentMember(share.budgetId()).orElseThrow();
            var free = pool.freeOn(c.effectiveOn(), member).orLess(pool.freeOn(context.today(), member));
            shortfall = shortfall.plus(share.share().minus(free).orZeroIfNegative());
        }
        return shortfall.isPositive()
                ? refused(new Refusal.InsufficientFunds(c.amount().money().minus(shortfall), shortfall, null))
                : accepted(new Addressed(
                        c.poolId(),
                        new PoolSpendAuthorised(
                                c.authorisationId(), c.amount(), shares, c.effectiveOn(), c.lapsesOn(), c.purpose())));
    }

    static Decision<Addressed> cancel(CancelPoolAuthorisation c, Pool pool) {
        var authorisation = pool.authorisations().get(c.authorisationId());
        if (authorisation == null) {
            return refused(Refusal.unknownItem(c.authorisationId()));
        }
        return authorisation.standsOn(c.effectiveOn())
                ? accepted(new Addressed(
                        c.poolId(), new PoolAuthorisationCancelled(c.authorisationId(), c.reason(), c.effectiveOn())))
                : refused(Refusal.alreadyDone("That authorisation was used, has lapsed or was cancelled."));
    }

    /** R9: a fact is always accepted; after the pool has closed too, so that nothing is lost. */
    static Decision<Addressed> record(RecordPoolSpend c, Pool pool) {
        if (pool.entries().contains(c.spendId())) {
            return refused(Refusal.idInUse(c.spendId()));
        }
        if (c.authorisationId() != null && !pool.authorisations().containsKey(c.authorisationId())) {
            return refused(Refusal.unknownItem(c.authorisationId()));
        }
        var shares = pool.sharesOf(c.amount());
        var flags = new ArrayList<SpendFlag>();
        if (pool.balance().minus(c.amount().money()).isNegative()) {
            flags.add(SpendFlag.OVERDRAWN);
        } else if (shares.stream()
                .anyMatch(share -> share.share()
                        .exceeds(pool.presentMember(share.budgetId())
                                .orElseThrow()
                                .equity()))) {
            flags.add(SpendFlag.RING_FENCE);
        }
        if (pool.closedOn() != null && c.effectiveOn().isAfter(pool.closedOn())) {
            flags.add(SpendFlag.AFTER_END);
        }
        return accepted(new Addressed(
                c.poolId(),
                new PoolSpendRecorded(
                        c.spendId(),
                        c.amount(),
                        shares,
                        c.evidence(),
                        c.authorisationId(),
                        c.description(),
                        flags,
                        c.effectiveOn())));
    }

    static Decision<Addressed> refund(RecordPoolRefund c, Pool pool) {
        var left = pool.spends().get(c.spendId());
        if (left == null) {
            return refused(Refusal.unknownEntry(c.spendId()));
        }
        if (pool.entries().contains(c.refundId())) {
            return refused(Refusal.idInUse(c.refundId()));
        }
        return c.amount().money().exceeds(left)
                ? refused(new Refusal.RefundExceedsSpend(left))
                : accepted(new Addressed(
                        c.poolId(),
                        new PoolRefundReceived(
                                c.refundId(),
                                c.spendId(),
                                c.amount(),
                                pool.sharesOf(c.amount()),
                                c.evidence(),
                                c.effectiveOn())));
    }
}
