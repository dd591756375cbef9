package org.budgetledger.service.budget.recovery;

import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.HOLDER;
import static org.budgetledger.service.given.Known.RECOVERY;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.text;
import static org.budgetledger.service.given.Settled.P1;
import static org.budgetledger.service.given.Settled.arrearsBefore;
import static org.budgetledger.service.given.Settled.line;
import static org.budgetledger.service.given.Settled.part;

import java.util.List;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.recovery.IssueRecoveryNotice;
import org.budgetledger.api.budget.recovery.RecordRepresentation;
import org.budgetledger.api.budget.recovery.RepresentationRecorded;
import org.budgetledger.service.given.BudgetScenarios;
import org.budgetledger.service.given.Known;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Telling someone what is asked back, and why, before it is taken: E7, E15, R22, R23. */
class NoticeTest extends BudgetScenarios {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;

    @Test
    void a_notice_of_a_surplus_asks_the_council_s_share_and_returns_the_person_s_after_28_days() {
        given(RecoveryHistory.e7(), RecoveryHistory.SURPLUS)
                .when(onSurplus(null), RECOVERY, on("2025-10-20"))
                .expectEvents(RecoveryHistory.e7Notice());
    }

    @Test
    void no_more_of_a_surplus_is_asked_than_the_council_s_share() {
        given(RecoveryHistory.e7(), RecoveryHistory.SURPLUS)
                .when(onSurplus("261.86"), RECOVERY, on("2025-10-20"))
                .expectRefusal(Refusal.exceedsDebt(money("261.85")));
    }

    @Test
    void a_surplus_that_was_not_identified_is_not_asked_back() {
        given(RecoveryHistory.e7())
                .when(onSurplus(null), RECOVERY, on("2025-10-20"))
                .expectRefusal(Refusal.unknownItem(item("surplus")));
    }

    @Test
    void a_notice_of_a_debt_asks_all_that_is_outstanding_or_a_part() {
        given(RecoveryHistory.overpaid())
                .when(onDebt("overpaid", null), RECOVERY, on("2025-05-06"))
                .expectEvents(RecoveryHistory.debtNotice("80.00"));
        given(RecoveryHistory.overpaid())
                .when(onDebt("overpaid", "50.00"), RECOVERY, on("2025-05-06"))
                .expectEvents(RecoveryHistory.debtNotice("50.00"));
    }

    @Test
    void no_more_than_a_debt_is_asked() {
        given(RecoveryHistory.overpaid())
                .when(onDebt("overpaid", "80.01"), RECOVERY, on("2025-05-06"))
                .expectRefusal(Refusal.exceedsDebt(money("80.00")));
    }

    @Test
    void what_is_no_debt_is_not_asked_back() {
        given(RecoveryHistory.overpaid())
                .when(onDebt("nothing", null), RECOVERY, on("2025-05-06"))
                .expectRefusal(Refusal.unknownItem(item("nothing")));
        // What is owed to the holder is no debt of theirs.
        given(
                        RecoveryHistory.overpaid(),
                        arrearsBefore(
                                "arrears", CARE, "10.00", "2025-05-05", line("P1", P1, "320.00", "330.00", "10.00")))
                .when(onDebt("arrears", null), RECOVERY, on("2025-05-06"))
                .expectRefusal(Refusal.unknownItem(item("arrears")));
    }

    @Test
    void a_debt_that_was_paid_is_not_asked_back() {
        var paid = new FundsRecovered(
                Known.entry("recovery"),
                null,
                Known.SELF,
                CARE,
                gbp("80.00"),
                List.of(part(item("overpaid"), "80.00")),
                null,
                true,
                day("2025-05-05"));
        given(RecoveryHistory.overpaid(), paid)
                .when(onDebt("overpaid", null), RECOVERY, on("2025-05-06"))
                .expectRefusal("NOTHING_LEFT");
    }

    @Test
    void one_debt_has_one_notice_at_a_time() {
        given(RecoveryHistory.overpaid(), RecoveryHistory.debtNotice("50.00"))
                .when(another(item("overpaid")), RECOVERY, on("2025-05-06"))
                .expectRefusal("ALREADY_DONE");
    }

    @Test
    void a_notice_s_id_names_one_notice() {
        given(RecoveryHistory.overpaid(), RecoveryHistory.debtNotice("50.00"))
                .when(onDebt("overpaid", null), RECOVERY, on("2025-05-06"))
                .expectRefusal(Refusal.idInUse(item("notice")));
    }

    @Test
    void the_final_account_asks_the_public_money_that_is_left() {
        given(RecoveryHistory.e15Ended())
                .when(onFinalAccount(null, null), RECOVERY, on("2025-08-18"))
                .expectEvents(RecoveryHistory.finalNotice());
    }

    @Test
    void the_final_account_asks_no_more_than_is_left_of_public_money() {
        given(RecoveryHistory.e15Ended())
                .when(onFinalAccount("56.01", null), RECOVERY, on("2025-08-18"))
                .expectRefusal(Refusal.exceedsHeld(money("56.00")));
    }

    @Test
    void nothing_is_asked_where_nothing_public_is_left() {
        given(RecoveryHistory.e15Ended())
                .when(onFinalAccount(null, "96.00"), RECOVERY, on("2025-08-18"))
                .expectRefusal("NOTHING_LEFT");
    }

    @Test
    void a_budget_that_goes_on_has_no_final_account() {
        given(RecoveryHistory.overpaid())
                .when(onFinalAccount(null, null), RECOVERY, on("2025-08-18"))
                .expectRefusal(Refusal.budgetNotEnded());
        // Its last day, 17 Aug, is not over yet.
        given(RecoveryHistory.e15Ended())
                .when(onFinalAccount(null, null), RECOVERY, on("2025-08-17"))
                .expectRefusal(Refusal.budgetNotEnded());
    }

    @Test
    void what_the_payer_says_about_a_notice_is_recorded() {
        given(RecoveryHistory.overpaid(), RecoveryHistory.debtNotice("80.00"))
                .when(representation(), HOLDER, on("2025-05-12"))
                .expectEvents(new RepresentationRecorded(item("notice"), text("I was in hospital"), day("2025-05-12")));
    }

    @Test
    void nobody_answers_a_notice_that_was_not_issued() {
        given(RecoveryHistory.overpaid())
                .when(representation(), HOLDER, on("2025-05-12"))
                .expectRefusal(Refusal.unknownItem(item("notice")));
    }

    private static RecordRepresentation representation() {
        return new RecordRepresentation(COMMAND, AMARA, item("notice"), text("I was in hospital"), day("2025-05-12"));
    }

    private static IssueRecoveryNotice onSurplus(@Nullable String amount) {
        return notice(item("notice"), item("surplus"), null, amount, "2025-10-20");
    }

    private static IssueRecoveryNotice onDebt(String debt, @Nullable String amount) {
        return notice(item("notice"), null, item(debt), amount, "2025-05-06");
    }

    private static IssueRecoveryNotice another(ItemId debt) {
        return notice(item("another"), null, debt, "10.00", "2025-05-06");
    }

    private static IssueRecoveryNotice notice(
            ItemId id, @Nullable ItemId surplus, @Nullable ItemId debt, @Nullable String amount, String on) {
        return new IssueRecoveryNotice(
                COMMAND,
                AMARA,
                id,
                surplus,
                debt,
                null,
                null,
                amount == null ? null : gbp(amount),
                null,
                text("Please pay it back"),
                null,
                day(on));
    }

    private static IssueRecoveryNotice onFinalAccount(@Nullable String amount, @Nullable String privateMoney) {
        return new IssueRecoveryNotice(
                COMMAND,
                AMARA,
                item("notice"),
                null,
                null,
                null,
                CARE,
                amount == null ? null : gbp(amount),
                privateMoney == null ? null : money(privateMoney),
                text("Please pay it back"),
                null,
                day("2025-08-18"));
    }
}
