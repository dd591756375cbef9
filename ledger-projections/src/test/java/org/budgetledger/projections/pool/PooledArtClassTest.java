package org.budgetledger.projections.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Role;
import org.budgetledger.api.budget.pooling.ContributedToPool;
import org.budgetledger.api.budget.pooling.PoolShareReturned;
import org.budgetledger.api.pool.GetPool;
import org.budgetledger.api.pool.MemberShare;
import org.budgetledger.api.pool.PoolContributionReceived;
import org.budgetledger.api.pool.PoolEntryView;
import org.budgetledger.api.pool.PoolMemberJoined;
import org.budgetledger.api.pool.PoolMemberLeft;
import org.budgetledger.api.pool.PoolMemberView;
import org.budgetledger.api.pool.PoolOpened;
import org.budgetledger.api.pool.PoolRefundReceived;
import org.budgetledger.api.pool.PoolSpendAuthorised;
import org.budgetledger.api.pool.PoolSpendRecorded;
import org.budgetledger.api.pool.PoolView;
import org.budgetledger.api.pool.ReturnedShare;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.projections.operations.Events;
import org.budgetledger.projections.operations.ReadSide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** E3: Amara, Ben and Cath put money together for an art class. */
class PooledArtClassTest {
    private static final DeploymentId SELF = Events.SELF;
    private final BudgetId amara = Events.budget();
    private final BudgetId ben = Events.budget();
    private final BudgetId cath = Events.budget();
    private final PoolId pool = new PoolId(UUID.randomUUID());

    @Test
    void the_pooled_art_class_comes_out_to_the_penny() {
        try (var readSide = new ReadSide()) {
            opens(readSide);
            artist(readSide, LocalDate.of(2025, 4, 29), 5, 4_500, 2_700, 1_800);
            var after27May = readSide.pool(pool, LocalDate.of(2025, 5, 27));
            assertThat(after27May.balance()).isEqualTo(Money.ofPence(63_000));
            assertThat(equities(after27May)).containsExactly(31_500L, 18_900L, 12_600L);

            var returned = new ReturnedShare(SELF, FundingStream.HEALTH, Amount.ofPence(12_600));
            var on31May = LocalDate.of(2025, 5, 31);
            readSide.append(pool, new PoolMemberLeft(cath, List.of(returned), null, on31May));
            readSide.append(
                    cath, new PoolShareReturned(pool, SELF, FundingStream.HEALTH, Amount.ofPence(12_600), on31May));
            var without = readSide.pool(pool, on31May);
            assertThat(without.balance()).isEqualTo(Money.ofPence(50_400));
            assertThat(without.members().get(2).left()).isTrue();
            assertThat(without.members().get(2).returned()).isEqualTo(Money.ofPence(12_600));
            assertThat(equities(without)).containsExactly(31_500L, 18_900L, 0L);
            var cathsHealth = readSide.balance(cath, on31May).accounts().getFirst();
            assertThat(cathsHealth.stream()).isEqualTo(FundingStream.HEALTH);
            // She put in £240.00 of her £240.00 and got £126.00 back.
            assertThat(cathsHealth.balance()).isEqualTo(Money.ofPence(12_600));

            contributes(readSide, amara, FundingStream.SOCIAL_CARE, 7_875, LocalDate.of(2025, 6, 3));
            contributes(readSide, ben, FundingStream.SOCIAL_CARE, 4_725, LocalDate.of(2025, 6, 3));
            artist(readSide, LocalDate.of(2025, 6, 3), 7, 5_625, 3_375, 0);
            assertThat(readSide.pool(pool, LocalDate.of(2025, 7, 15)).balance()).isEqualTo(Money.ZERO);

            readSide.append(
                    pool,
                    new PoolRefundReceived(
                            Events.entry(),
                            Events.entry(),
                            Amount.ofPence(2_501),
                            shares(1_563, 938, 0),
                            Events.line(),
                            LocalDate.of(2025, 7, 20)));
            var end = readSide.pool(pool, LocalDate.of(2025, 7, 20));
            assertThat(equities(end)).containsExactly(1_563L, 938L, 0L);
            assertThat(end.members().stream().map(member -> member.boreCosts().minus(member.refunds())))
                    .containsExactly(Money.ofPence(66_312), Money.ofPence(39_787), Money.ofPence(11_400));
            assertThat(end.balance()).isEqualTo(Money.ofPence(2_501));
            assertThat(end.entries().stream().map(PoolEntryView::amount).reduce(Money.ZERO, Money::plus))
                    .isEqualTo(end.balance());

            // R26: all of it can be read as it was, and as it was known.
            assertThat(asAt(readSide, Moment.about(end.today()))).isEqualTo(end);
            for (var then : List.of(after27May, without)) {
                var version = then.asAt().streamVersion();
                assertThat(asAt(readSide, Moment.about(then.today()).ofVersion(version)))
                        .isEqualTo(then);
                assertThat(asAt(readSide, Moment.knownAt(then.asAt().knownAt(), then.today())))
                        .isEqualTo(then);
            }
            // About 27 May by all that is known now: no more than was known then.
            assertThat(equities(asAt(readSide, Moment.about(after27May.today()))))
                    .containsExactly(31_500L, 18_900L, 12_600L);
        }
    }

    @Test
    void a_pools_authorisation_holds_money_until_it_lapses_or_is_used() {
        try (var readSide = new ReadSide()) {
            opens(readSide);
            var lapsing = Events.item();
            var used = Events.item();
            readSide.append(
                    pool, authorised(lapsing, 10_000, LocalDate.of(2025, 5, 10)), authorised(used, 20_000, null));
            assertThat(readSide.pool(pool, LocalDate.of(2025, 5, 9)).free()).isEqualTo(Money.ofPence(78_000));
            assertThat(readSide.pool(pool, LocalDate.of(2025, 5, 10)).free()).isEqualTo(Money.ofPence(88_000));
            readSide.append(pool, spent(LocalDate.of(2025, 5, 10), 20_000, shares(10_000, 6_000, 4_000), used));
            var after = readSide.pool(pool, LocalDate.of(2025, 5, 10));
            assertThat(after.balance()).isEqualTo(Money.ofPence(88_000));
            assertThat(after.free()).isEqualTo(Money.ofPence(88_000));
            assertThat(after.authorisations()).isEmpty();
            assertThat(asAt(readSide, Moment.about(after.today()))).isEqualTo(after);
            // 1,080.00 - 200.00 that is still to be used on 9 May, and 100.00 that has not lapsed.
            assertThat(asAt(readSide, Moment.about(LocalDate.of(2025, 5, 9))).free())
                    .isEqualTo(Money.ofPence(78_000));
            assertThat(asAt(readSide, Moment.about(LocalDate.of(2025, 4, 30))).free())
                    .isEqualTo(Money.ofPence(108_000));
        }
    }

    private PoolView asAt(ReadSide readSide, Moment moment) {
        return readSide.ask(new GetPool(
                ReadSide.NORTHMERE, pool, Role.AUDITOR, moment, LocalDate.of(2026, 1, 1), readSide.version(pool)));
    }

    /** After the materials of £120.00 the pool holds £1,080.00. */
    private void opens(ReadSide readSide) {
        var on = LocalDate.of(2025, 4, 22);
        for (var member : List.of(amara, ben, cath)) {
            readSide.append(member, Events.opened(member, "2025-04-01"));
        }
        readSide.append(cath, Events.released(SELF, "2025-04-04", Events.of(FundingStream.HEALTH, 24_000)));
        readSide.append(pool, new PoolOpened(pool, ReadSide.NORTHMERE, Events.text("An art class"), on));
        readSide.append(
                pool,
                new PoolMemberJoined(amara, 60_000, on),
                new PoolMemberJoined(ben, 36_000, on),
                new PoolMemberJoined(cath, 24_000, on));
        contributes(readSide, amara, FundingStream.SOCIAL_CARE, 60_000, on);
        contributes(readSide, ben, FundingStream.SOCIAL_CARE, 36_000, on);
        contributes(readSide, cath, FundingStream.HEALTH, 24_000, on);
        readSide.append(pool, spent(LocalDate.of(2025, 4, 28), 12_000, shares(6_000, 3_600, 2_400), null));
    }

    private void contributes(ReadSide readSide, BudgetId member, FundingStream stream, long pence, LocalDate on) {
        var id = Events.entry();
        readSide.append(pool, new PoolContributionReceived(id, member, SELF, stream, Amount.ofPence(pence), on));
        readSide.append(member, new ContributedToPool(pool, id, SELF, stream, Amount.ofPence(pence), on));
    }

    private void artist(ReadSide readSide, LocalDate first, int tuesdays, long amaras, long bens, long caths) {
        for (var week = 0; week < tuesdays; week++) {
            readSide.append(pool, spent(first.plusWeeks(week), 9_000, shares(amaras, bens, caths), null));
        }
    }

    private List<MemberShare> shares(long amaras, long bens, long caths) {
        return Stream.of(
                        new MemberShare(amara, Money.ofPence(amaras)),
                        new MemberShare(ben, Money.ofPence(bens)),
                        new MemberShare(cath, Money.ofPence(caths)))
                .filter(share -> !share.share().isZero())
                .toList();
    }

    private static PoolSpendRecorded spent(
            LocalDate on, long pence, List<MemberShare> shares, @Nullable ItemId authorisation) {
        return new PoolSpendRecorded(
                Events.entry(), Amount.ofPence(pence), shares, Events.line(), authorisation, null, List.of(), on);
    }

    private static PoolSpendAuthorised authorised(ItemId id, long pence, @Nullable LocalDate lapsesOn) {
        return new PoolSpendAuthorised(id, Amount.ofPence(pence), List.of(), LocalDate.of(2025, 5, 1), lapsesOn, null);
    }

    private static List<Long> equities(PoolView view) {
        assertThat(view.members().stream().map(PoolMemberView::equity).reduce(Money.ZERO, Money::plus))
                .isEqualTo(view.balance());
        return view.members().stream().map(member -> member.equity().pence()).toList();
    }
}
