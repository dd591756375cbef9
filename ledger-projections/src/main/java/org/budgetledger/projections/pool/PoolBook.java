package org.budgetledger.projections.pool;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.budgetledger.api.pool.MemberShare;
import org.budgetledger.api.pool.PoolAuthorisationCancelled;
import org.budgetledger.api.pool.PoolAuthorisationView;
import org.budgetledger.api.pool.PoolClosed;
import org.budgetledger.api.pool.PoolContributionReceived;
import org.budgetledger.api.pool.PoolEntryKind;
import org.budgetledger.api.pool.PoolEntryView;
import org.budgetledger.api.pool.PoolEvent;
import org.budgetledger.api.pool.PoolMemberJoined;
import org.budgetledger.api.pool.PoolMemberLeft;
import org.budgetledger.api.pool.PoolMemberView;
import org.budgetledger.api.pool.PoolOpened;
import org.budgetledger.api.pool.PoolRefundReceived;
import org.budgetledger.api.pool.PoolSourceView;
import org.budgetledger.api.pool.PoolSpendAuthorised;
import org.budgetledger.api.pool.PoolSpendRecorded;
import org.budgetledger.api.pool.ReturnedShare;
import org.budgetledger.projections.stream.Cut;
import org.jspecify.annotations.Nullable;

/** A pool as its events make it, for any number of them: what its tables hold is only how it stands now. */
final class PoolBook {
    private static final class Member {
        private final BudgetId budget;
        private final LocalDate joinedOn;
        private final Map<AccountKey, Money> putIn = sources();
        private final Map<AccountKey, Money> returned = sources();
        private long weight;
        private Money bore = Money.ZERO;
        private Money refunds = Money.ZERO;
        private @Nullable LocalDate leftOn;

        Member(BudgetId budget, LocalDate joinedOn) {
            this.budget = budget;
            this.joinedOn = joinedOn;
        }

        private static Map<AccountKey, Money> sources() {
            return new TreeMap<>(Comparator.comparing(AccountKey::deployment)
                    .thenComparing(account -> account.stream().name()));
        }

        PoolMemberView view() {
            var sources = putIn.entrySet().stream()
                    .map(source -> new PoolSourceView(
                            source.getKey().deployment(),
                            source.getKey().stream(),
                            source.getValue(),
                            returned.getOrDefault(source.getKey(), Money.ZERO)))
                    .toList();
            var in = total(putIn);
            var out = total(returned);
            return new PoolMemberView(
                    budget,
                    weight,
                    in,
                    bore,
                    refunds,
                    out,
                    in.minus(bore).plus(refunds).minus(out),
                    leftOn != null,
                    joinedOn,
                    leftOn,
                    sources);
        }

        private static Money total(Map<AccountKey, Money> sums) {
            return sums.values().stream().reduce(Money.ZERO, Money::plus);
        }
    }

    private final Map<BudgetId, Member> members = new LinkedHashMap<>();
    private final Map<ItemId, PoolAuthorisationView> authorisations = new LinkedHashMap<>();
    private final List<PoolEntryView> entries = new ArrayList<>();
    private final Cut cut;
    private final LocalDate today;
    private @Nullable PoolOpened opened;
    private @Nullable LocalDate closedOn;
    private long version;

    /** An empty one, as it stands on a day. */
    PoolBook(Cut cut, LocalDate today) {
        this.cut = cut;
        this.today = today;
    }

    /** Takes in the next event of the pool's stream. */
    void add(long number, PoolEvent event) {
        version = number;
        switch (event) {
            case PoolOpened e -> opened = e;
            case PoolMemberJoined e
            when counts(e.effectiveOn()) -> {
                var member = member(e.budgetId(), e.effectiveOn());
                member.weight = e.weight();
                member.leftOn = null;
            }
            case PoolContributionReceived e when counts(e.effectiveOn()) -> contribution(e);
            case PoolSpendAuthorised e
            when counts(e.effectiveOn()) ->
                authorisations.put(
                        e.authorisationId(),
                        new PoolAuthorisationView(
                                e.authorisationId(), e.amount().money(), e.effectiveOn(), e.lapsesOn(), e.purpose()));
            case PoolAuthorisationCancelled e
            when counts(e.effectiveOn()) -> authorisations.remove(e.authorisationId());
            case PoolSpendRecorded e when counts(e.effectiveOn()) -> spend(e);
            case PoolRefundReceived e when counts(e.effectiveOn()) -> refund(e);
            case PoolMemberLeft e when counts(e.effectiveOn()) -> left(e.budgetId(), e.returned(), e.effectiveOn());
            case PoolClosed e
            when counts(e.effectiveOn()) -> {
                e.returns().forEach(member -> left(member.budgetId(), member.returned(), e.effectiveOn()));
                closedOn = e.effectiveOn();
            }
            // Dated later than the day that is asked about.
            case PoolMemberJoined _,
                    PoolContributionReceived _,
                    PoolSpendAuthorised _,
                    PoolAuthorisationCancelled _,
                    PoolSpendRecorded _,
                    PoolRefundReceived _,
                    PoolMemberLeft _,
                    PoolClosed _ -> {}
        }
    }

    @Nullable
    PoolOpened opened() {
        return opened;
    }

    @Nullable
    LocalDate closedOn() {
        return closedOn;
    }

    /** The members in the order they joined. */
    List<PoolMemberView> members() {
        return members.values().stream().map(Member::view).toList();
    }

    /** The authorisations that hold money on the day. */
    List<PoolAuthorisationView> authorisations() {
        return authorisations.values().stream()
                .filter(held -> held.lapsesOn() == null || today.isBefore(held.lapsesOn()))
                .sorted(Comparator.comparing(PoolAuthorisationView::effectiveOn)
                        .thenComparing(held -> held.authorisationId().toString()))
                .toList();
    }

    /** The entries in the order of their dates. */
    List<PoolEntryView> entries() {
        return entries.stream()
                .sorted(Comparator.comparing(PoolEntryView::effectiveOn).thenComparingLong(PoolEntryView::version))
                .toList();
    }

    private boolean counts(LocalDate day) {
        return !cut.leavesOut(day);
    }

    private Member member(BudgetId budget, LocalDate on) {
        return members.computeIfAbsent(budget, id -> new Member(id, on));
    }

    private void contribution(PoolContributionReceived e) {
        var amount = e.amount().money();
        member(e.budgetId(), e.effectiveOn())
                .putIn
                .merge(new AccountKey(e.deployment(), e.stream()), amount, Money::plus);
        entry(
                e.contributionId(),
                PoolEntryKind.CONTRIBUTION,
                amount,
                e.budgetId(),
                e.effectiveOn(),
                List.of(),
                null,
                null);
    }

    private void spend(PoolSpendRecorded e) {
        if (e.authorisationId() != null) {
            authorisations.remove(e.authorisationId());
        }
        for (var share : e.shares()) {
            var member = member(e.effectiveOn(), share);
            member.bore = member.bore.plus(share.share());
        }
        entry(
                e.spendId(),
                PoolEntryKind.SPEND,
                e.amount().money().negated(),
                null,
                e.effectiveOn(),
                e.flags(),
                null,
                e.description());
    }

    private void refund(PoolRefundReceived e) {
        for (var share : e.shares()) {
            var member = member(e.effectiveOn(), share);
            member.refunds = member.refunds.plus(share.share());
        }
        entry(
                e.refundId(),
                PoolEntryKind.REFUND,
                e.amount().money(),
                null,
                e.effectiveOn(),
                List.of(),
                e.spendId(),
                null);
    }

    private Member member(LocalDate on, MemberShare share) {
        return member(share.budgetId(), on);
    }

    private void left(BudgetId budget, List<ReturnedShare> shares, LocalDate on) {
        var member = member(budget, on);
        for (var share : shares) {
            member.returned.merge(
                    new AccountKey(share.deployment(), share.stream()),
                    share.amount().money(),
                    Money::plus);
            entry(null, PoolEntryKind.RETURN, share.amount().money().negated(), budget, on, List.of(), null, null);
        }
        member.leftOn = on;
    }

    private void entry(
            @Nullable EntryId id,
            PoolEntryKind kind,
            Money amount,
            @Nullable BudgetId member,
            LocalDate on,
            List<SpendFlag> flags,
            @Nullable EntryId refundOf,
            @Nullable FreeText description) {
        entries.add(new PoolEntryView(version, id, kind, amount, member, on, flags, refundOf, description));
    }
}
