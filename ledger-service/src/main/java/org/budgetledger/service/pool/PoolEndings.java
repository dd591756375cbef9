package org.budgetledger.service.pool;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.pooling.LeftPool;
import org.budgetledger.api.budget.pooling.PoolShareReturned;
import org.budgetledger.api.pool.ClosePool;
import org.budgetledger.api.pool.LeavePool;
import org.budgetledger.api.pool.MemberReturn;
import org.budgetledger.api.pool.PoolClosed;
import org.budgetledger.api.pool.PoolMemberLeft;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;

/** Members leaving and pools closing: what is left goes back to the very accounts it came from (R19). */
final class PoolEndings {
    private PoolEndings() {}

    static Decision<Addressed> leave(LeavePool c, Context context, Pool pool) {
        var leaving = pool.presentMember(c.budgetId());
        if (leaving.isEmpty()) {
            return refused(Refusal.notAMember(c.budgetId()));
        }
        if (pool.closed()) {
            return refused(Refusal.poolClosed());
        }
        if (pool.present().size() == 1) {
            return refused(Refusal.lastMember());
        }
        var member = leaving.get();
        if (pool.countsOn(member, c.effectiveOn()) || pool.countsOn(member, context.today())) {
            return refused(Refusal.authorisationsOpen());
        }
        if (member.equity().isNegative()) {
            return refused(Refusal.equityBelowZero(member.budgetId(), member.equity()));
        }
        var events = new ArrayList<Addressed>();
        events.add(new Addressed(
                c.poolId(), new PoolMemberLeft(c.budgetId(), member.returns(), c.reason(), c.effectiveOn())));
        events.addAll(returned(c.poolId(), member, c.effectiveOn()));
        return accepted(events);
    }

    /** A refund or a late spend after closing leaves something to settle again, so closing again is allowed then. */
    static Decision<Addressed> close(ClosePool c, Context context, Pool pool) {
        if (pool.closed()
                && pool.present().stream().allMatch(member -> member.equity().isZero())) {
            return refused(Refusal.poolClosed());
        }
        if (pool.hasAuthorisationOn(c.effectiveOn()) || pool.hasAuthorisationOn(context.today())) {
            return refused(Refusal.authorisationsOpen());
        }
        for (var member : pool.present()) {
            if (member.equity().isNegative()) {
                return refused(Refusal.equityBelowZero(member.budgetId(), member.equity()));
            }
        }
        var events = new ArrayList<Addressed>();
        events.add(new Addressed(
                c.poolId(),
                new PoolClosed(
                        pool.present().stream()
                                .map(member -> new MemberReturn(member.budgetId(), member.returns()))
                                .toList(),
                        c.reason(),
                        c.effectiveOn())));
        pool.present().forEach(member -> events.addAll(returned(c.poolId(), member, c.effectiveOn())));
        return accepted(events);
    }

    private static List<Addressed> returned(PoolId pool, Member member, LocalDate effectiveOn) {
        return member.returns().isEmpty()
                ? List.of(new Addressed(member.budgetId(), new LeftPool(pool, effectiveOn)))
                : member.returns().stream()
                        .map(share -> new Addressed(
                                member.budgetId(),
                                new PoolShareReturned(
                                        pool, share.deployment(), share.stream(), share.amount(), effectiveOn)))
                        .toList();
    }
}
