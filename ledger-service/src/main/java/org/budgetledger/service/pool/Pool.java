package org.budgetledger.service.pool;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.budgetledger.api.Amount;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.Split;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.pool.MemberShare;
import org.budgetledger.api.pool.PoolAuthorisationCancelled;
import org.budgetledger.api.pool.PoolClosed;
import org.budgetledger.api.pool.PoolContributionReceived;
import org.budgetledger.api.pool.PoolEvent;
import org.budgetledger.api.pool.PoolMemberJoined;
import org.budgetledger.api.pool.PoolMemberLeft;
import org.budgetledger.api.pool.PoolOpened;
import org.budgetledger.api.pool.PoolRefundReceived;
import org.budgetledger.api.pool.PoolSpendAuthorised;
import org.budgetledger.api.pool.PoolSpendRecorded;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The state of a pool: who put in what, and what is whose. The members' equities are the balance (domain §4).
 *
 * @param closedOn the day it was closed; none while it is open
 * @param members in the order they joined, those who left included
 * @param spends what is left of each spend to refund
 */
public record Pool(
        @Nullable AuthorityId authority,
        @Nullable LocalDate closedOn,
        PVector<Member> members,
        PMap<EntryId, Money> spends,
        PSet<EntryId> entries,
        PMap<ItemId, Reservation> authorisations) {
    /** Before it is opened. */
    public static final Pool NONE =
            new Pool(null, null, TreePVector.empty(), HashTreePMap.empty(), HashTreePSet.empty(), HashTreePMap.empty());

    public boolean closed() {
        return closedOn != null;
    }

    boolean openWith(AuthorityId other) {
        return authority != null && authority.equals(other);
    }

    /** Those who bear costs and refunds now. */
    public List<Member> present() {
        return members.stream().filter(member -> !member.left()).toList();
    }

    Optional<Member> presentMember(BudgetId id) {
        return present().stream().filter(member -> member.budgetId().equals(id)).findFirst();
    }

    public Money balance() {
        return members.stream().map(Member::equity).reduce(Money.ZERO, Money::plus);
    }

    /** R19: a cost or a refund divided among those who are members now. */
    List<MemberShare> sharesOf(Amount amount) {
        var present = present();
        var parts = Split.byWeights(
                amount.money(), present.stream().map(Member::weight).toList());
        return IntStream.range(0, present.size())
                .mapToObj(i -> new MemberShare(present.get(i).budgetId(), parts.get(i)))
                .toList();
    }

    /** A member's equity less what authorisations hold of it. */
    Money freeOn(LocalDate day, Member member) {
        return authorisations.values().stream()
                .filter(authorisation -> authorisation.standsOn(day))
                .map(authorisation -> authorisation.shareOf(member.budgetId()))
                .reduce(member.equity(), Money::minus);
    }

    /** Whether an authorisation holds a part of a member's equity. */
    boolean countsOn(Member member, LocalDate day) {
        return member.equity().exceeds(freeOn(day, member));
    }

    boolean hasAuthorisationOn(LocalDate day) {
        return authorisations.values().stream().anyMatch(authorisation -> authorisation.standsOn(day));
    }

    /** The pool after an event. Total: what is in the stream has happened. */
    public Pool evolve(PoolEvent event) {
        return switch (event) {
            case PoolOpened e -> new Pool(e.authority(), closedOn, members, spends, entries, authorisations);
            case PoolMemberJoined e -> with(members.plus(Member.joining(e.budgetId(), e.weight())));
            case PoolContributionReceived e ->
                with(
                                e.budgetId(),
                                m -> m.puttingIn(
                                        new AccountKey(e.deployment(), e.stream()),
                                        e.amount().money()))
                        .entered(e.contributionId());
            case PoolSpendAuthorised e ->
                with(authorisations.plus(e.authorisationId(), new Reservation(e.shares(), e.lapsesOn(), false)));
            case PoolAuthorisationCancelled e -> usedUp(e.authorisationId());
            case PoolSpendRecorded e ->
                bearing(e.shares(), share -> share)
                        .spent(e.spendId(), e.amount().money())
                        .entered(e.spendId())
                        .usedUp(e.authorisationId());
            case PoolRefundReceived e ->
                bearing(e.shares(), Money::negated)
                        .spent(
                                e.spendId(),
                                spends.getOrDefault(e.spendId(), Money.ZERO)
                                        .minus(e.amount().money()))
                        .entered(e.refundId());
            case PoolMemberLeft e -> with(e.budgetId(), member -> member.settled(true));
            case PoolClosed e ->
                new Pool(
                        authority,
                        e.effectiveOn(),
                        TreePVector.from(members.stream()
                                .map(member -> member.settled(false))
                                .toList()),
                        spends,
                        entries,
                        authorisations);
        };
    }

    private Pool with(PVector<Member> changed) {
        return new Pool(authority, closedOn, changed, spends, entries, authorisations);
    }

    private Pool with(PMap<ItemId, Reservation> changed) {
        return new Pool(authority, closedOn, members, spends, entries, changed);
    }

    private Pool with(BudgetId id, UnaryOperator<Member> change) {
        return with(TreePVector.from(members.stream()
                .map(member -> member.budgetId().equals(id) ? change.apply(member) : member)
                .toList()));
    }

    private Pool bearing(List<MemberShare> shares, UnaryOperator<Money> sign) {
        var after = this;
        for (var share : shares) {
            after = after.with(share.budgetId(), member -> member.bearing(sign.apply(share.share())));
        }
        return after;
    }

    private Pool spent(EntryId spend, Money left) {
        return new Pool(authority, closedOn, members, spends.plus(spend, left), entries, authorisations);
    }

    private Pool entered(EntryId entry) {
        return new Pool(authority, closedOn, members, spends, entries.plus(entry), authorisations);
    }

    private Pool usedUp(@Nullable ItemId id) {
        var authorisation = id == null ? null : authorisations.get(id);
        return id == null || authorisation == null ? this : with(authorisations.plus(id, authorisation.usedUp()));
    }
}
