package org.budgetledger.projections.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Money;
import org.budgetledger.api.pool.MemberShare;
import org.budgetledger.api.pool.PoolAuthorisationCancelled;
import org.budgetledger.api.pool.PoolClosed;
import org.budgetledger.api.pool.PoolContributionReceived;
import org.budgetledger.api.pool.PoolEntryKind;
import org.budgetledger.api.pool.PoolEvent;
import org.budgetledger.api.pool.PoolMemberJoined;
import org.budgetledger.api.pool.PoolMemberLeft;
import org.budgetledger.api.pool.PoolOpened;
import org.budgetledger.api.pool.PoolRefundReceived;
import org.budgetledger.api.pool.PoolSpendAuthorised;
import org.budgetledger.api.pool.PoolSpendRecorded;
import org.budgetledger.api.pool.ReturnedShare;

/** What each event of a pool does to each member's equity (R19). */
final class PoolMoves {
    private PoolMoves() {}

    /**
     * A change of one member's equity.
     *
     * @param amount as it counts in the equity
     */
    record Move(PoolEntryKind kind, BudgetId member, Money amount, LocalDate effectiveOn) {}

    static List<Move> of(PoolEvent event) {
        return switch (event) {
            case PoolContributionReceived e ->
                List.of(new Move(
                        PoolEntryKind.CONTRIBUTION, e.budgetId(), e.amount().money(), e.effectiveOn()));
            case PoolSpendRecorded e ->
                e.shares().stream()
                        .map(share -> new Move(
                                PoolEntryKind.SPEND,
                                share.budgetId(),
                                share.share().negated(),
                                e.effectiveOn()))
                        .toList();
            case PoolRefundReceived e -> refunded(e.shares(), e.effectiveOn());
            case PoolMemberLeft e -> returned(e.budgetId(), e.returned(), e.effectiveOn());
            case PoolClosed e -> {
                var moves = new ArrayList<Move>();
                e.returns()
                        .forEach(member ->
                                moves.addAll(returned(member.budgetId(), member.returned(), e.effectiveOn())));
                yield moves;
            }
            case PoolOpened _, PoolMemberJoined _, PoolSpendAuthorised _, PoolAuthorisationCancelled _ -> List.of();
        };
    }

    private static List<Move> refunded(List<MemberShare> shares, LocalDate on) {
        return shares.stream()
                .map(share -> new Move(PoolEntryKind.REFUND, share.budgetId(), share.share(), on))
                .toList();
    }

    private static List<Move> returned(BudgetId member, List<ReturnedShare> shares, LocalDate on) {
        return shares.stream()
                .map(share -> new Move(
                        PoolEntryKind.RETURN, member, share.amount().money().negated(), on))
                .toList();
    }
}
