package org.budgetledger.service.pool;

import static org.budgetledger.service.given.History.closed;
import static org.budgetledger.service.given.History.left;
import static org.budgetledger.service.given.History.ofAmaraAndBen;
import static org.budgetledger.service.given.Known.ALLOCATOR;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.BEN;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.NORTHMERE;
import static org.budgetledger.service.given.Known.RECONCILER;
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
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.budgetledger.api.pool.AuthorisePoolSpend;
import org.budgetledger.api.pool.CancelPoolAuthorisation;
import org.budgetledger.api.pool.MemberShare;
import org.budgetledger.api.pool.PoolAuthorisationCancelled;
import org.budgetledger.api.pool.PoolClosed;
import org.budgetledger.api.pool.PoolContributionReceived;
import org.budgetledger.api.pool.PoolEvent;
import org.budgetledger.api.pool.PoolMemberJoined;
import org.budgetledger.api.pool.PoolOpened;
import org.budgetledger.api.pool.PoolRefundReceived;
import org.budgetledger.api.pool.PoolSpendAuthorised;
import org.budgetledger.api.pool.PoolSpendRecorded;
import org.budgetledger.api.pool.RecordPoolRefund;
import org.budgetledger.api.pool.RecordPoolSpend;
import org.budgetledger.service.given.PoolScenarios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The pool's money going out and coming back: R8, R9, R13, R19. */
class PoolSpendingTest extends PoolScenarios {
    private static final PoolId ART = pool("art class");
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;

    @Test
    void each_member_s_part_of_what_is_authorised_is_named() {
        // 100.00 in proportion 600 : 360, which is 5 : 3.
        given(ofAmaraAndBen())
                .when(authorise("100.00", "2025-04-22"), ALLOCATOR, on("2025-04-22"))
                .expectEvents(authorised("new", "100.00", null, "62.50", "37.50"));
    }

    @Test
    void the_penny_that_does_not_divide_goes_to_the_largest_remainder() {
        // 0.01 × 5/8 and × 3/8 of a penny
        given(ofAmaraAndBen())
                .when(authorise("0.01", "2025-04-22"), ALLOCATOR, on("2025-04-22"))
                .expectEvents(authorised("new", "0.01", null, "0.01", "0.00"));
    }

    @Test
    void all_the_pool_holds_may_be_authorised_and_not_a_penny_more() {
        given(ofAmaraAndBen())
                .when(authorise("960.00", "2025-04-22"), ALLOCATOR, on("2025-04-22"))
                .expectEvents(authorised("new", "960.00", null, "600.00", "360.00"));
        given(ofAmaraAndBen())
                .when(authorise("960.01", "2025-04-22"), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(new Refusal.InsufficientFunds(money("960.00"), money("0.01"), null));
    }

    @Test
    void no_decision_takes_one_member_below_zero_even_where_the_pool_has_enough() {
        // With equal weights Ben's half of 800.00 is 40.00 more than his 360.00.
        given(withWeights(1, 1))
                .when(authorise("800.00", "2025-04-22"), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(new Refusal.InsufficientFunds(money("760.00"), money("40.00"), null));
        given(withWeights(1, 1))
                .when(authorise("720.00", "2025-04-22"), ALLOCATOR, on("2025-04-22"))
                .expectEvents(authorised("new", "720.00", null, "360.00", "360.00"));
    }

    @Test
    void what_is_authorised_is_not_free_until_it_lapses() {
        var old = authorised("old", "480.00", "2025-05-06", "300.00", "180.00");
        given(ofAmaraAndBen(), old)
                .when(authorise("480.01", "2025-05-05"), ALLOCATOR, on("2025-05-05"))
                .expectRefusal(new Refusal.InsufficientFunds(money("480.00"), money("0.01"), null));
        given(ofAmaraAndBen(), old)
                .when(authorise("960.00", "2025-05-06"), ALLOCATOR, on("2025-05-06"))
                .expectEvents(authorised("new", "960.00", null, "600.00", "360.00", "2025-05-06"));
    }

    @Test
    void an_authorisation_s_id_names_one_authorisation() {
        given(ofAmaraAndBen(), authorised("new", "1.00", null, "0.63", "0.37"))
                .when(authorise("1.00", "2025-04-22"), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(Refusal.idInUse(item("new")));
    }

    @Test
    void nothing_is_authorised_from_a_closed_pool() {
        given(ofAmaraAndBen(), closed())
                .when(authorise("1.00", "2025-07-22"), ALLOCATOR, on("2025-07-22"))
                .expectRefusal(Refusal.poolClosed());
    }

    @Test
    void an_authorisation_is_cancelled_and_its_money_is_free() {
        var old = authorised("old", "480.00", null, "300.00", "180.00");
        given(ofAmaraAndBen(), old)
                .when(cancel(), ALLOCATOR, on("2025-04-29"))
                .expectEvents(cancelled())
                .when(authorise("960.00", "2025-04-22"), ALLOCATOR, on("2025-04-29"))
                .expectEvents(authorised("new", "960.00", null, "600.00", "360.00"));
    }

    @Test
    void an_authorisation_that_nobody_gave_is_not_cancelled() {
        given(ofAmaraAndBen())
                .when(cancel(), ALLOCATOR, on("2025-04-29"))
                .expectRefusal(Refusal.unknownItem(item("old")));
    }

    @Test
    void an_authorisation_that_was_used_has_lapsed_or_was_cancelled_is_not_cancelled() {
        var old = authorised("old", "480.00", null, "300.00", "180.00");
        for (var ended : List.of(
                List.of(old, cancelled()),
                List.of(old, spend("spend", "480.00", "old", "300.00", "180.00")),
                List.of(authorised("old", "480.00", "2025-04-29", "300.00", "180.00")))) {
            given(ofAmaraAndBen(), ended)
                    .when(cancel(), ALLOCATOR, on("2025-04-29"))
                    .expectRefusal("ALREADY_DONE");
        }
    }

    @Test
    void a_spend_is_borne_by_the_members_and_uses_up_its_authorisation() {
        given(ofAmaraAndBen(), authorised("old", "480.00", null, "300.00", "180.00"))
                .when(record("90.00", item("old")), RECONCILER, on("2025-04-29"))
                .expectEvents(spend("spend", "90.00", "old", "56.25", "33.75"))
                .when(authorise("870.00", "2025-04-22"), ALLOCATOR, on("2025-04-29"))
                .expectEvents(authorised("new", "870.00", null, "543.75", "326.25"));
    }

    @Test
    void a_spend_beyond_what_the_pool_holds_is_recorded_and_flagged() {
        // 960.01 in proportion 5 : 3 is 600.00625 and 360.00375: the penny goes to the larger remainder.
        given(ofAmaraAndBen())
                .when(record("960.01", null), RECONCILER, on("2025-04-29"))
                .expectEvents(spend("spend", "960.01", null, List.of(SpendFlag.OVERDRAWN), "600.01", "360.00"));
    }

    @Test
    void a_spend_that_takes_one_member_below_zero_is_recorded_and_flagged() {
        given(withWeights(1, 1))
                .when(record("800.00", null), RECONCILER, on("2025-04-29"))
                .expectEvents(spend("spend", "800.00", null, List.of(SpendFlag.RING_FENCE), "400.00", "400.00"));
    }

    @Test
    void a_spend_dated_after_the_pool_closed_is_recorded_and_flagged() {
        given(ofAmaraAndBen(), new PoolClosed(List.of(), null, day("2025-04-28")))
                .when(record("8.00", null), RECONCILER, on("2025-04-29"))
                .expectEvents(spend(
                        "spend", "8.00", null, List.of(SpendFlag.OVERDRAWN, SpendFlag.AFTER_END), "5.00", "3.00"));
    }

    @Test
    void a_spend_from_before_the_pool_closed_may_come_late_and_is_not_after_its_end() {
        given(ofAmaraAndBen(), closed())
                .when(record("8.00", null), RECONCILER, on("2025-07-17"))
                .expectEvents(spend("spend", "8.00", null, List.of(SpendFlag.OVERDRAWN), "5.00", "3.00"));
    }

    @Test
    void a_spend_does_not_use_up_an_authorisation_that_is_not_there() {
        given(ofAmaraAndBen())
                .when(record("90.00", item("old")), RECONCILER, on("2025-04-29"))
                .expectRefusal(Refusal.unknownItem(item("old")));
    }

    @Test
    void a_spend_s_id_names_one_entry() {
        given(ofAmaraAndBen(), spend("spend", "90.00", null, "56.25", "33.75"))
                .when(record("90.00", null), RECONCILER, on("2025-04-29"))
                .expectRefusal(Refusal.idInUse(entry("spend")));
    }

    @Test
    void a_refund_belongs_to_those_who_are_members_now() {
        given(ofAmaraAndBen(), spend("spend", "96.00", null, "60.00", "36.00"), left(BEN))
                .when(refund("96.00"), RECONCILER, on("2025-06-03"))
                .expectEvents(new PoolRefundReceived(
                        entry("refund"),
                        entry("spend"),
                        gbp("96.00"),
                        List.of(new MemberShare(AMARA, money("96.00"))),
                        statementLine("line 20"),
                        day("2025-06-03")));
    }

    @Test
    void no_more_comes_back_than_is_left_of_the_spend() {
        given(ofAmaraAndBen(), spend("spend", "96.00", null, "60.00", "36.00"))
                .when(refund("96.01"), RECONCILER, on("2025-06-03"))
                .expectRefusal(new Refusal.RefundExceedsSpend(money("96.00")));
        var firstRefund = new PoolRefundReceived(
                entry("first refund"),
                entry("spend"),
                gbp("16.00"),
                shares("10.00", "6.00"),
                statementLine("line 19"),
                day("2025-06-02"));
        given(ofAmaraAndBen(), spend("spend", "96.00", null, "60.00", "36.00"), firstRefund)
                .when(refund("80.01"), RECONCILER, on("2025-06-03"))
                .expectRefusal(new Refusal.RefundExceedsSpend(money("80.00")));
    }

    @Test
    void a_refund_is_of_a_spend_that_is_there() {
        given(ofAmaraAndBen())
                .when(refund("96.00"), RECONCILER, on("2025-06-03"))
                .expectRefusal(Refusal.unknownEntry(entry("spend")));
    }

    @Test
    void a_refund_s_id_names_one_entry() {
        given(
                        ofAmaraAndBen(),
                        spend("spend", "96.00", null, "60.00", "36.00"),
                        spend("refund", "8.00", null, "5.00", "3.00"))
                .when(refund("96.00"), RECONCILER, on("2025-06-03"))
                .expectRefusal(Refusal.idInUse(entry("refund")));
    }

    private static List<PoolEvent> withWeights(long amara, long ben) {
        return List.of(
                new PoolOpened(ART, NORTHMERE, text("Art class"), day("2025-04-22")),
                new PoolMemberJoined(AMARA, amara, day("2025-04-22")),
                new PoolContributionReceived(entry("amara's"), AMARA, SELF, CARE, gbp("600.00"), day("2025-04-22")),
                new PoolMemberJoined(BEN, ben, day("2025-04-22")),
                new PoolContributionReceived(entry("ben's"), BEN, SELF, CARE, gbp("360.00"), day("2025-04-22")));
    }

    private static AuthorisePoolSpend authorise(String amount, String on) {
        return new AuthorisePoolSpend(COMMAND, ART, item("new"), gbp(amount), day(on), null, text("Paint"));
    }

    private static PoolSpendAuthorised authorised(
            String id, String amount, @Nullable String lapsesOn, String amara, String ben) {
        return authorised(id, amount, lapsesOn, amara, ben, "2025-04-22");
    }

    private static PoolSpendAuthorised authorised(
            String id, String amount, @Nullable String lapsesOn, String amara, String ben, String on) {
        return new PoolSpendAuthorised(
                item(id),
                gbp(amount),
                shares(amara, ben),
                day(on),
                lapsesOn == null ? null : day(lapsesOn),
                text("Paint"));
    }

    private static CancelPoolAuthorisation cancel() {
        return new CancelPoolAuthorisation(COMMAND, ART, item("old"), text("Rained off"), day("2025-04-29"));
    }

    private static PoolAuthorisationCancelled cancelled() {
        return new PoolAuthorisationCancelled(item("old"), text("Rained off"), day("2025-04-29"));
    }

    private static RecordPoolSpend record(String amount, @Nullable ItemId authorisation) {
        return new RecordPoolSpend(
                COMMAND,
                ART,
                entry("spend"),
                gbp(amount),
                statementLine("line 9"),
                authorisation,
                text("The artist"),
                day("2025-04-29"));
    }

    private static PoolSpendRecorded spend(
            String id, String amount, @Nullable String authorisation, String amara, String ben) {
        return spend(id, amount, authorisation, List.of(), amara, ben);
    }

    private static PoolSpendRecorded spend(
            String id, String amount, @Nullable String authorisation, List<SpendFlag> flags, String amara, String ben) {
        return new PoolSpendRecorded(
                entry(id),
                gbp(amount),
                shares(amara, ben),
                statementLine("line 9"),
                authorisation == null ? null : item(authorisation),
                text("The artist"),
                flags,
                day("2025-04-29"));
    }

    private static RecordPoolRefund refund(String amount) {
        return new RecordPoolRefund(
                COMMAND,
                ART,
                entry("spend"),
                entry("refund"),
                gbp(amount),
                statementLine("line 20"),
                day("2025-06-03"));
    }

    private static List<MemberShare> shares(String amara, String ben) {
        return List.of(new MemberShare(AMARA, money(amara)), new MemberShare(BEN, money(ben)));
    }
}
