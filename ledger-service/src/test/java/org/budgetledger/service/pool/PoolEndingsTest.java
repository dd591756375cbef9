package org.budgetledger.service.pool;

import static org.budgetledger.service.given.History.closed;
import static org.budgetledger.service.given.History.left;
import static org.budgetledger.service.given.History.ofAmaraAndBen;
import static org.budgetledger.service.given.Known.ALLOCATOR;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.BEN;
import static org.budgetledger.service.given.Known.CATH;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.SELF;
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
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.pooling.LeftPool;
import org.budgetledger.api.budget.pooling.PoolShareReturned;
import org.budgetledger.api.pool.ClosePool;
import org.budgetledger.api.pool.LeavePool;
import org.budgetledger.api.pool.MemberReturn;
import org.budgetledger.api.pool.MemberShare;
import org.budgetledger.api.pool.PoolClosed;
import org.budgetledger.api.pool.PoolContributionReceived;
import org.budgetledger.api.pool.PoolMemberLeft;
import org.budgetledger.api.pool.PoolRefundReceived;
import org.budgetledger.api.pool.PoolSpendAuthorised;
import org.budgetledger.api.pool.PoolSpendRecorded;
import org.budgetledger.api.pool.ReturnedShare;
import org.budgetledger.service.given.PoolScenarios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Members leaving and pools closing: every penny goes back to the account it came from (R19). */
class PoolEndingsTest extends PoolScenarios {
    private static final PoolId ART = pool("art class");
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;
    private static final FundingStream HEALTH = FundingStream.HEALTH;

    @Test
    void a_member_who_leaves_takes_their_equity_back_to_its_own_stream() {
        given(ofAmaraAndBen(), spend("96.00", "60.00", "36.00"))
                .when(leave(BEN), ALLOCATOR, on("2025-05-31"))
                .expectEvents(
                        new PoolMemberLeft(
                                BEN,
                                List.of(new ReturnedShare(SELF, CARE, gbp("324.00"))),
                                text("Moving away"),
                                day("2025-05-31")),
                        of(BEN, new PoolShareReturned(ART, SELF, CARE, gbp("324.00"), day("2025-05-31"))));
    }

    @Test
    void equity_that_came_from_two_streams_goes_back_to_both_in_proportion() {
        // 360.00 from social care and 120.00 from health; 480.00 less 36.00 borne is 444.00, of which 3/4 and 1/4.
        var more = new PoolContributionReceived(entry("more"), BEN, SELF, HEALTH, gbp("120.00"), day("2025-04-28"));
        given(ofAmaraAndBen(), more, spend("96.00", "60.00", "36.00"))
                .when(leave(BEN), ALLOCATOR, on("2025-05-31"))
                .expectEvents(
                        new PoolMemberLeft(
                                BEN,
                                List.of(
                                        new ReturnedShare(SELF, CARE, gbp("333.00")),
                                        new ReturnedShare(SELF, HEALTH, gbp("111.00"))),
                                text("Moving away"),
                                day("2025-05-31")),
                        of(
                                BEN,
                                new PoolShareReturned(ART, SELF, CARE, gbp("333.00"), day("2025-05-31")),
                                new PoolShareReturned(ART, SELF, HEALTH, gbp("111.00"), day("2025-05-31"))));
    }

    @Test
    void a_member_with_no_equity_leaves_with_nothing() {
        given(ofAmaraAndBen(), spend("960.00", "600.00", "360.00"))
                .when(leave(BEN), ALLOCATOR, on("2025-05-31"))
                .expectEvents(
                        new PoolMemberLeft(BEN, List.of(), text("Moving away"), day("2025-05-31")),
                        of(BEN, new LeftPool(ART, day("2025-05-31"))));
    }

    @Test
    void who_is_not_a_member_does_not_leave() {
        given(ofAmaraAndBen()).when(leave(CATH), ALLOCATOR, on("2025-05-31")).expectRefusal(Refusal.notAMember(CATH));
    }

    @Test
    void a_member_leaves_once() {
        given(ofAmaraAndBen(), left(BEN))
                .when(leave(BEN), ALLOCATOR, on("2025-05-31"))
                .expectRefusal(Refusal.notAMember(BEN));
    }

    @Test
    void the_last_member_does_not_leave() {
        given(ofAmaraAndBen(), left(BEN))
                .when(leave(AMARA), ALLOCATOR, on("2025-05-31"))
                .expectRefusal(Refusal.lastMember());
    }

    @Test
    void a_member_below_zero_does_not_leave() {
        given(ofAmaraAndBen(), spend("976.00", "610.00", "366.00"))
                .when(leave(BEN), ALLOCATOR, on("2025-05-31"))
                .expectRefusal(Refusal.equityBelowZero(BEN, money("-6.00")));
    }

    @Test
    void nobody_leaves_while_money_is_set_aside_that_counts_on_them() {
        given(ofAmaraAndBen(), authorised("2025-06-01"))
                .when(leave(BEN), ALLOCATOR, on("2025-05-31"))
                .expectRefusal(Refusal.authorisationsOpen());
        given(ofAmaraAndBen(), authorised("2025-05-31"))
                .when(leave(BEN), ALLOCATOR, on("2025-05-31"))
                .expectEvents(
                        new PoolMemberLeft(
                                BEN,
                                List.of(new ReturnedShare(SELF, CARE, gbp("360.00"))),
                                text("Moving away"),
                                day("2025-05-31")),
                        of(BEN, new PoolShareReturned(ART, SELF, CARE, gbp("360.00"), day("2025-05-31"))));
    }

    @Test
    void nobody_leaves_a_closed_pool() {
        given(ofAmaraAndBen(), closed())
                .when(leave(BEN), ALLOCATOR, on("2025-07-22"))
                .expectRefusal(Refusal.poolClosed());
    }

    @Test
    void a_pool_that_closes_returns_every_share() {
        given(ofAmaraAndBen(), spend("96.00", "60.00", "36.00"))
                .when(close(), ALLOCATOR, on("2025-07-22"))
                .expectEvents(
                        new PoolClosed(
                                List.of(
                                        new MemberReturn(AMARA, List.of(new ReturnedShare(SELF, CARE, gbp("540.00")))),
                                        new MemberReturn(BEN, List.of(new ReturnedShare(SELF, CARE, gbp("324.00"))))),
                                text("The summer is over"),
                                day("2025-07-22")),
                        of(AMARA, new PoolShareReturned(ART, SELF, CARE, gbp("540.00"), day("2025-07-22"))),
                        of(BEN, new PoolShareReturned(ART, SELF, CARE, gbp("324.00"), day("2025-07-22"))));
    }

    @Test
    void who_left_before_gets_nothing_when_the_pool_closes() {
        given(ofAmaraAndBen(), left(BEN))
                .when(close(), ALLOCATOR, on("2025-07-22"))
                .expectEvents(
                        new PoolClosed(
                                List.of(new MemberReturn(AMARA, List.of(new ReturnedShare(SELF, CARE, gbp("600.00"))))),
                                text("The summer is over"),
                                day("2025-07-22")),
                        of(AMARA, new PoolShareReturned(ART, SELF, CARE, gbp("600.00"), day("2025-07-22"))));
    }

    @Test
    void a_pool_does_not_close_while_money_is_set_aside() {
        given(ofAmaraAndBen(), authorised(null))
                .when(close(), ALLOCATOR, on("2025-07-22"))
                .expectRefusal(Refusal.authorisationsOpen());
    }

    @Test
    void a_pool_does_not_close_while_a_member_is_below_zero() {
        given(ofAmaraAndBen(), spend("976.00", "610.00", "366.00"))
                .when(close(), ALLOCATOR, on("2025-07-22"))
                .expectRefusal(Refusal.equityBelowZero(AMARA, money("-10.00")));
    }

    @Test
    void a_pool_closes_once() {
        given(ofAmaraAndBen(), closed())
                .when(close(), ALLOCATOR, on("2025-07-22"))
                .expectRefusal(Refusal.poolClosed());
    }

    @Test
    void a_refund_after_closing_is_returned_by_closing_again() {
        var refund = new PoolRefundReceived(
                entry("refund"),
                entry("spend"),
                gbp("8.00"),
                List.of(new MemberShare(AMARA, money("5.00")), new MemberShare(BEN, money("3.00"))),
                statementLine("line 20"),
                day("2025-07-20"));
        given(ofAmaraAndBen(), spend("96.00", "60.00", "36.00"), closed(), refund)
                .when(close(), ALLOCATOR, on("2025-07-22"))
                .expectEvents(
                        new PoolClosed(
                                List.of(
                                        new MemberReturn(AMARA, List.of(new ReturnedShare(SELF, CARE, gbp("5.00")))),
                                        new MemberReturn(BEN, List.of(new ReturnedShare(SELF, CARE, gbp("3.00"))))),
                                text("The summer is over"),
                                day("2025-07-22")),
                        of(AMARA, new PoolShareReturned(ART, SELF, CARE, gbp("5.00"), day("2025-07-22"))),
                        of(BEN, new PoolShareReturned(ART, SELF, CARE, gbp("3.00"), day("2025-07-22"))));
    }

    private static LeavePool leave(BudgetId member) {
        return new LeavePool(COMMAND, ART, member, text("Moving away"), day("2025-05-31"));
    }

    private static ClosePool close() {
        return new ClosePool(COMMAND, ART, text("The summer is over"), day("2025-07-22"));
    }

    private static PoolSpendRecorded spend(String amount, String amara, String ben) {
        return new PoolSpendRecorded(
                entry("spend"),
                gbp(amount),
                List.of(new MemberShare(AMARA, money(amara)), new MemberShare(BEN, money(ben))),
                statementLine("line 9"),
                null,
                null,
                List.of(),
                day("2025-04-29"));
    }

    private static PoolSpendAuthorised authorised(@Nullable String lapsesOn) {
        return new PoolSpendAuthorised(
                item("authorisation"),
                gbp("96.00"),
                List.of(new MemberShare(AMARA, money("60.00")), new MemberShare(BEN, money("36.00"))),
                day("2025-05-01"),
                lapsesOn == null ? null : day(lapsesOn),
                null);
    }
}
