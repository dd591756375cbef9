package org.budgetledger.projections.period;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.PayCalendar;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Sha256;
import org.budgetledger.api.budget.pooling.ContributedToPool;
import org.budgetledger.api.budget.pooling.PoolShareReturned;
import org.budgetledger.api.period.AccountingPeriod;
import org.budgetledger.api.period.DrawnPack;
import org.budgetledger.api.period.Figures;
import org.budgetledger.api.pool.MemberShare;
import org.budgetledger.api.pool.PoolContributionReceived;
import org.budgetledger.api.pool.PoolEvent;
import org.budgetledger.api.pool.PoolMemberJoined;
import org.budgetledger.api.pool.PoolMemberLeft;
import org.budgetledger.api.pool.PoolOpened;
import org.budgetledger.api.pool.PoolSpendRecorded;
import org.budgetledger.api.pool.ReturnedShare;
import org.budgetledger.projections.operations.Events;
import org.budgetledger.projections.operations.ReadSide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A pool in the packs of two periods: Amara's £600.00 and Ben's £360.00 for an art class (as E3, without Cath). */
class PooledPackTest {
    private final BudgetId amara = Events.budget();
    private final BudgetId ben = Events.budget();
    private final PoolId pool = new PoolId(UUID.randomUUID());

    @Test
    void what_budgets_put_in_shows_on_both_sides_and_the_trial_balance_is_zero() throws IOException {
        try (var readSide = new ReadSide()) {
            readSide.append(amara, Events.opened(amara, "2025-04-01"));
            readSide.append(ben, Events.opened(ben, "2025-04-01"));
            readSide.append(
                    amara, Events.released(Events.SELF, "2025-04-07", Events.of(FundingStream.SOCIAL_CARE, 70_000)));
            readSide.append(
                    ben, Events.released(Events.SELF, "2025-04-07", Events.of(FundingStream.SOCIAL_CARE, 36_000)));
            var on = LocalDate.of(2025, 4, 22);
            readSide.append(
                    pool,
                    new PoolOpened(pool, ReadSide.NORTHMERE, Events.text("An art class"), on),
                    new PoolMemberJoined(amara, 60_000, on),
                    new PoolMemberJoined(ben, 36_000, on));
            contributes(readSide, amara, 60_000, on);
            contributes(readSide, ben, 36_000, on);
            // £96.00 is borne 60 to 36.
            readSide.append(pool, spent(LocalDate.of(2025, 4, 28), 9_600, 6_000, 3_600));

            // Released 700.00 + 360.00; 100.00 of it is left with Amara, 960.00 - 96.00 in the pool.
            var first = made(readSide, "2025-04-07", null);
            assertThat(first.totals().balance()).isEqualTo(figures(0, 10_000, 0));
            assertThat(first.totals().pooled()).isEqualTo(figures(0, 86_400, 0));
            assertThat(first.totals().counts().pools()).isEqualTo(1);

            // Late for that period: £16.00 more was spent on 28 April. In the next, £32.00, and on 31 May Ben leaves
            // with what
            // is his: 360.00 - 36.00 - 6.00 - 12.00 = £306.00.
            readSide.append(pool, spent(LocalDate.of(2025, 4, 28), 1_600, 1_000, 600));
            readSide.append(pool, spent(LocalDate.of(2025, 5, 6), 3_200, 2_000, 1_200));
            var on31May = LocalDate.of(2025, 5, 31);
            var back = new ReturnedShare(Events.SELF, FundingStream.SOCIAL_CARE, Amount.ofPence(30_600));
            readSide.append(pool, new PoolMemberLeft(ben, List.of(back), null, on31May));
            readSide.append(
                    ben,
                    new PoolShareReturned(
                            pool, Events.SELF, FundingStream.SOCIAL_CARE, Amount.ofPence(30_600), on31May));

            var second = made(readSide, "2025-05-05", first.sha256());
            assertThat(second.totals().balance()).isEqualTo(figures(10_000, 30_600, 0));
            assertThat(second.totals().pooled()).isEqualTo(figures(86_400, -3_200 - 30_600, -1_600));
            var content = content(readSide, second);
            var members = content.at("/pools/0/members");
            assertThat(equity(members, amara)).containsExactly(54_000, -2_000, -1_000, 51_000);
            assertThat(equity(members, ben)).containsExactly(32_400, -1_200 - 30_600, -600, 0);
            // 406.00 in accounts and 510.00 in the pool, against 1,060.00 released and 144.00 spent by the pool.
            assertThat(content.at("/trialBalance/accountsPence").longValue()).isEqualTo(40_600);
            assertThat(content.at("/trialBalance/poolsPence").longValue()).isEqualTo(51_000);
            assertThat(content.at("/trialBalance/differencePence").longValue()).isZero();
        }
    }

    @Test
    void no_pack_is_made_while_money_shows_on_one_of_its_two_sides_only() {
        try (var readSide = new ReadSide()) {
            readSide.append(amara, Events.opened(amara, "2025-04-01"));
            readSide.append(
                    amara,
                    new ContributedToPool(
                            pool,
                            Events.entry(),
                            Events.SELF,
                            FundingStream.SOCIAL_CARE,
                            Amount.ofPence(100),
                            LocalDate.of(2025, 4, 22)));
            readSide.settle();
            var period = AccountingPeriod.of(LocalDate.of(2025, 4, 7), PayCalendar.FOUR_WEEKLY_2025);
            assertThat(readSide.packMaker().make(ReadSide.NORTHMERE, period, null, new CommandId("one-sided-1")))
                    .isEqualTo(new PackMaker.Outcome.NotLevel());
            assertThat(readSide.jdbc().queryForObject("SELECT count(*) FROM period_pack", Long.class))
                    .isZero();
        }
    }

    private void contributes(ReadSide readSide, BudgetId member, long pence, LocalDate on) {
        var id = Events.entry();
        readSide.append(
                pool,
                new PoolContributionReceived(
                        id, member, Events.SELF, FundingStream.SOCIAL_CARE, Amount.ofPence(pence), on));
        readSide.append(
                member,
                new ContributedToPool(pool, id, Events.SELF, FundingStream.SOCIAL_CARE, Amount.ofPence(pence), on));
    }

    private PoolEvent spent(LocalDate on, long pence, long amaras, long bens) {
        return new PoolSpendRecorded(
                Events.entry(),
                Amount.ofPence(pence),
                List.of(new MemberShare(amara, Money.ofPence(amaras)), new MemberShare(ben, Money.ofPence(bens))),
                Events.line(),
                null,
                null,
                List.of(),
                on);
    }

    private static DrawnPack made(ReadSide readSide, String firstDay, @Nullable Sha256 follows) {
        readSide.settle();
        var period = AccountingPeriod.of(LocalDate.parse(firstDay), PayCalendar.FOUR_WEEKLY_2025);
        var outcome =
                readSide.packMaker().make(ReadSide.NORTHMERE, period, follows, new CommandId("close-" + firstDay));
        assertThat(outcome).isInstanceOf(PackMaker.Outcome.Made.class);
        return ((PackMaker.Outcome.Made) outcome).pack();
    }

    private static JsonNode content(ReadSide readSide, DrawnPack pack) throws IOException {
        try (var bytes =
                readSide.packs().bytes(ReadSide.NORTHMERE, pack.sha256()).orElseThrow()) {
            return new ObjectMapper().readTree(bytes);
        }
    }

    private static List<Integer> equity(JsonNode members, BudgetId member) {
        for (var one : members) {
            if (one.required("budgetId").textValue().equals(member.toString())) {
                var equity = one.required("equity");
                return List.of(
                        equity.required("openingPence").intValue(),
                        equity.required("periodPence").intValue(),
                        equity.required("priorPeriodPence").intValue(),
                        equity.required("closingPence").intValue());
            }
        }
        throw new AssertionError("no equity of " + member + " in " + members);
    }

    private static Figures figures(long opening, long period, long priorPeriod) {
        return Figures.of(Money.ofPence(opening), Money.ofPence(period), Money.ofPence(priorPeriod));
    }
}
