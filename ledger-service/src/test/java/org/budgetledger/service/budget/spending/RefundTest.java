package org.budgetledger.service.budget.spending;

import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.History.line;
import static org.budgetledger.service.given.History.paid;
import static org.budgetledger.service.given.History.spent;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.RECONCILER;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.statementLine;
import static org.budgetledger.service.given.Known.text;

import org.budgetledger.api.Evidence;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.Holding;
import org.budgetledger.api.budget.spending.EntryKind;
import org.budgetledger.api.budget.spending.EntryReversed;
import org.budgetledger.api.budget.spending.RecordRefund;
import org.budgetledger.api.budget.spending.RefundReceived;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.service.given.BudgetScenarios;
import org.junit.jupiter.api.Test;

/** E11, R13: a refund is never more than what is left of its spend. */
class RefundTest extends BudgetScenarios {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;
    private static final Evidence EVIDENCE = statementLine("line 8");

    /** The spend of 108.00 on 20 Aug. */
    private static final SpendRecorded SPEND = spent("spend", SELF, CARE, "108.00", "2025-08-20");

    @Test
    void money_comes_back_for_a_spend() {
        given(inControl(), SPEND)
                .when(refund("first refund", "54.00"), RECONCILER, on("2025-09-05"))
                .expectEvents(refunded("first refund", "54.00"));
    }

    @Test
    void all_that_is_left_of_a_spend_may_come_back() {
        given(inControl(), SPEND, refunded("first refund", "54.00"))
                .when(refund("second refund", "54.00"), RECONCILER, on("2025-09-05"))
                .expectEvents(refunded("second refund", "54.00"));
    }

    @Test
    void a_credit_of_more_than_is_left_is_not_a_refund_and_the_whole_of_it_is_held_in_suspense() {
        // 54.00 + 60.00 would make 114.00 of 108.00.
        given(inControl(), SPEND, refunded("first refund", "54.00"))
                .when(refund("second refund", "60.00"), RECONCILER, on("2025-09-05"))
                .expectEvents(suspense("60.00"));
    }

    @Test
    void a_penny_more_than_is_left_is_more_than_is_left() {
        given(inControl(), SPEND, refunded("first refund", "54.00"))
                .when(refund("second refund", "54.01"), RECONCILER, on("2025-09-05"))
                .expectEvents(suspense("54.01"));
    }

    @Test
    void nothing_is_left_to_refund_of_a_spend_that_was_reversed() {
        var reversed = new EntryReversed(
                entry("reversal"),
                entry("spend"),
                EntryKind.SPEND,
                SELF,
                CARE,
                gbp("108.00"),
                null,
                text("Typed twice"),
                day("2025-09-01"));
        given(inControl(), SPEND, reversed)
                .when(refund("second refund", "54.00"), RECONCILER, on("2025-09-05"))
                .expectEvents(suspense("54.00"));
    }

    @Test
    void a_refund_that_was_reversed_leaves_what_it_took() {
        var reversed = new EntryReversed(
                entry("reversal"),
                entry("first refund"),
                EntryKind.REFUND,
                SELF,
                CARE,
                gbp("54.00"),
                entry("spend"),
                text("Bounced"),
                day("2025-09-04"));
        given(inControl(), SPEND, refunded("first refund", "54.00"), reversed)
                .when(refund("second refund", "108.00"), RECONCILER, on("2025-09-05"))
                .expectEvents(refunded("second refund", "108.00"));
    }

    @Test
    void a_refund_is_of_a_spend_that_is_there() {
        given(inControl())
                .when(refund("first refund", "54.00"), RECONCILER, on("2025-09-05"))
                .expectRefusal(Refusal.unknownEntry(entry("spend")));
    }

    @Test
    void a_payment_is_not_a_spend_to_refund() {
        given(inControl(), paid("spend", SELF, line(CARE, "108.00")))
                .when(refund("first refund", "54.00"), RECONCILER, on("2025-09-05"))
                .expectRefusal(Refusal.unknownEntry(entry("spend")));
    }

    @Test
    void a_refund_s_id_names_one_entry() {
        given(inControl(), SPEND, refunded("first refund", "54.00"))
                .when(refund("first refund", "54.00"), RECONCILER, on("2025-09-05"))
                .expectRefusal(Refusal.idInUse(entry("first refund")));
    }

    private static RecordRefund refund(String id, String amount) {
        return new RecordRefund(COMMAND, AMARA, entry("spend"), entry(id), gbp(amount), EVIDENCE, day("2025-09-03"));
    }

    private static RefundReceived refunded(String id, String amount) {
        return new RefundReceived(entry(id), entry("spend"), SELF, CARE, gbp(amount), EVIDENCE, day("2025-09-03"));
    }

    private static CreditReceived suspense(String amount) {
        return new CreditReceived(
                entry("second refund"),
                SELF,
                CARE,
                gbp(amount),
                Holding.SUSPENSE,
                CreditKind.REFUND,
                entry("spend"),
                EVIDENCE,
                day("2025-09-03"));
    }
}
