package org.budgetledger.service.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.budgetledger.service.given.History.line;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.History.paid;
import static org.budgetledger.service.given.Known.ALLOCATOR;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.BEN;
import static org.budgetledger.service.given.Known.CATH;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.NORTHMERE;
import static org.budgetledger.service.given.Known.RECONCILER;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.pool;
import static org.budgetledger.service.given.Known.statementLine;
import static org.budgetledger.service.given.Known.text;

import java.util.List;
import java.util.stream.IntStream;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Minting;
import org.budgetledger.api.Money;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.pooling.ContributedToPool;
import org.budgetledger.api.budget.pooling.PoolShareReturned;
import org.budgetledger.api.pool.AuthorisePoolSpend;
import org.budgetledger.api.pool.ContributeToPool;
import org.budgetledger.api.pool.LeavePool;
import org.budgetledger.api.pool.MemberShare;
import org.budgetledger.api.pool.PoolBudgets;
import org.budgetledger.api.pool.PoolContributionReceived;
import org.budgetledger.api.pool.PoolMemberJoined;
import org.budgetledger.api.pool.PoolMemberLeft;
import org.budgetledger.api.pool.PoolOpened;
import org.budgetledger.api.pool.PoolRefundReceived;
import org.budgetledger.api.pool.PoolSpendRecorded;
import org.budgetledger.api.pool.PoolStake;
import org.budgetledger.api.pool.RecordPoolRefund;
import org.budgetledger.api.pool.RecordPoolSpend;
import org.budgetledger.api.pool.ReturnedShare;
import org.budgetledger.service.given.PoolScenarios;
import org.junit.jupiter.api.Test;

/** E3, from the first contribution to the last refund, as one history. */
class ArtClassTest extends PoolScenarios {
    private static final PoolId ART = pool("art class");

    @Test
    void the_art_class_costs_its_members_to_the_penny_what_the_worked_example_says() {
        var opened = given(
                        of(
                                AMARA,
                                opened(AMARA),
                                paid("p", DeploymentId.AUTHORITY, line(FundingStream.SOCIAL_CARE, "800.00"))),
                        of(
                                BEN,
                                opened(BEN),
                                paid("p", DeploymentId.AUTHORITY, line(FundingStream.SOCIAL_CARE, "800.00"))),
                        of(CATH, opened(CATH), paid("p", DeploymentId.AUTHORITY, line(FundingStream.HEALTH, "800.00"))))
                .when(
                        new PoolBudgets(
                                COMMAND,
                                ART,
                                text("Art class"),
                                List.of(
                                        stake(AMARA, FundingStream.SOCIAL_CARE, "600.00"),
                                        stake(BEN, FundingStream.SOCIAL_CARE, "360.00"),
                                        stake(CATH, FundingStream.HEALTH, "240.00")),
                                day("2025-04-22")),
                        ALLOCATOR,
                        on("2025-04-22"))
                .expectEvents(
                        new PoolOpened(ART, NORTHMERE, text("Art class"), day("2025-04-22")),
                        joined(AMARA, FundingStream.SOCIAL_CARE, "600.00"),
                        joined(BEN, FundingStream.SOCIAL_CARE, "360.00"),
                        joined(CATH, FundingStream.HEALTH, "240.00"));

        var running = spend(opened, "materials", "120.00", "2025-04-28", "60.00", "36.00", "24.00");
        for (var week = 0; week < 5; week++) {
            var tuesday = day("2025-04-29").plusWeeks(week);
            running = spend(running, "artist " + tuesday, "90.00", tuesday.toString(), "45.00", "27.00", "18.00");
        }
        // 1,200.00 − 120.00 − 5 × 90.00; each member's part in proportion 5 : 3 : 2.
        assertThat(running.pool().balance()).isEqualTo(money("630.00"));
        assertThat(equities(running)).containsExactly(money("315.00"), money("189.00"), money("126.00"));

        var left = running.when(
                        new LeavePool(COMMAND, ART, CATH, text("Moving away"), day("2025-05-31")),
                        ALLOCATOR,
                        on("2025-05-31"))
                .expectEvents(
                        new PoolMemberLeft(
                                CATH,
                                List.of(new ReturnedShare(DeploymentId.AUTHORITY, FundingStream.HEALTH, gbp("126.00"))),
                                text("Moving away"),
                                day("2025-05-31")),
                        of(
                                CATH,
                                new PoolShareReturned(
                                        ART,
                                        DeploymentId.AUTHORITY,
                                        FundingStream.HEALTH,
                                        gbp("126.00"),
                                        day("2025-05-31"))));
        assertThat(left.pool().balance()).isEqualTo(money("504.00"));

        left.when(
                        new AuthorisePoolSpend(
                                COMMAND, ART, item("the rest"), gbp("630.00"), day("2025-06-01"), null, null),
                        ALLOCATOR,
                        on("2025-06-01"))
                .expectRefusal(new Refusal.InsufficientFunds(money("504.00"), money("126.00"), null));

        var later = contribute(contribute(left, AMARA, "78.75"), BEN, "47.25");
        for (var week = 5; week < 12; week++) {
            var tuesday = day("2025-04-29").plusWeeks(week);
            later = spend(later, "artist " + tuesday, "90.00", tuesday.toString(), "56.25", "33.75");
        }
        assertThat(later.pool().balance()).isEqualTo(Money.ZERO);
        assertThat(equities(later)).containsOnly(Money.ZERO);

        var refunded = later.when(
                        new RecordPoolRefund(
                                COMMAND,
                                ART,
                                entry("materials"),
                                entry("refund"),
                                gbp("25.01"),
                                statementLine("line 20"),
                                day("2025-07-20")),
                        RECONCILER,
                        on("2025-07-20"))
                .expectEvents(new PoolRefundReceived(
                        entry("refund"),
                        entry("materials"),
                        gbp("25.01"),
                        shares("15.63", "9.38"),
                        statementLine("line 20"),
                        day("2025-07-20")));
        assertThat(equities(refunded)).containsExactly(money("15.63"), money("9.38"), Money.ZERO);
        // What each put in less what each has left, or took back: 678.75 − 15.63, 407.25 − 9.38, 240.00 − 126.00.
        assertThat(money("663.12").plus(money("397.87")).plus(money("114.00"))).isEqualTo(money("1174.99"));
    }

    private static Given spend(Given given, String spend, String amount, String on, String... shares) {
        return given.when(
                        new RecordPoolSpend(
                                COMMAND, ART, entry(spend), gbp(amount), statementLine(spend), null, null, day(on)),
                        RECONCILER,
                        on(on))
                .expectEvents(new PoolSpendRecorded(
                        entry(spend),
                        gbp(amount),
                        shares(shares),
                        statementLine(spend),
                        null,
                        null,
                        List.of(),
                        day(on)));
    }

    private static Given contribute(Given given, BudgetId member, String amount) {
        var id = entry("further " + member);
        return given.when(
                        new ContributeToPool(
                                COMMAND,
                                ART,
                                member,
                                id,
                                null,
                                FundingStream.SOCIAL_CARE,
                                gbp(amount),
                                day("2025-06-03")),
                        ALLOCATOR,
                        on("2025-06-03"))
                .expectEvents(
                        new PoolContributionReceived(
                                id,
                                member,
                                DeploymentId.AUTHORITY,
                                FundingStream.SOCIAL_CARE,
                                gbp(amount),
                                day("2025-06-03")),
                        of(
                                member,
                                new ContributedToPool(
                                        ART,
                                        id,
                                        DeploymentId.AUTHORITY,
                                        FundingStream.SOCIAL_CARE,
                                        gbp(amount),
                                        day("2025-06-03"))));
    }

    private static List<Money> equities(Given given) {
        return given.pool().members().stream().map(Member::equity).toList();
    }

    private static PoolStake stake(BudgetId member, FundingStream stream, String amount) {
        return new PoolStake(member, null, stream, gbp(amount), null);
    }

    /** A member joins with the weight of what they put in, and the money leaves their own account. */
    private static List<Addressed> joined(BudgetId member, FundingStream stream, String amount) {
        var id = new EntryId(Minting.mint(NORTHMERE, COMMAND, "contribution|" + member));
        return List.of(
                new Addressed(ART, new PoolMemberJoined(member, gbp(amount).pence(), day("2025-04-22"))),
                new Addressed(
                        ART,
                        new PoolContributionReceived(
                                id, member, DeploymentId.AUTHORITY, stream, gbp(amount), day("2025-04-22"))),
                new Addressed(
                        member,
                        new ContributedToPool(
                                ART, id, DeploymentId.AUTHORITY, stream, gbp(amount), day("2025-04-22"))));
    }

    private static List<MemberShare> shares(String... parts) {
        var members = List.of(AMARA, BEN, CATH);
        return IntStream.range(0, parts.length)
                .mapToObj(i -> new MemberShare(members.get(i), money(parts[i])))
                .toList();
    }
}
