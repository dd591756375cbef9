package org.budgetledger.service.budget.recovery;

import static org.budgetledger.service.given.History.spent;
import static org.budgetledger.service.given.History.withdrawn;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.CARE_MANAGER;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.NORTHMERE;
import static org.budgetledger.service.given.Known.PERSON;
import static org.budgetledger.service.given.Known.RECOVERY;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.WRITE_OFF_APPROVER;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.statementLine;
import static org.budgetledger.service.given.Known.text;
import static org.budgetledger.service.given.Settled.part;

import java.util.List;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minting;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.entitlement.OwedPart;
import org.budgetledger.api.budget.recovery.Consent;
import org.budgetledger.api.budget.recovery.ContributionRefunded;
import org.budgetledger.api.budget.recovery.DebtWrittenOff;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.recovery.RecoverFunds;
import org.budgetledger.api.budget.recovery.RecoveryBasis;
import org.budgetledger.service.given.BudgetScenarios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Taking public money back, after a notice or with consent: E7, E15, R23. */
class RecoveringTest extends BudgetScenarios {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;
    private static final Consent CONSENT = new Consent(PERSON, day("2025-05-06"), statementLine("letter"));
    private static final List<OwedPart> WHOLE_DEBT = List.of(part(item("overpaid"), "80.00"));

    @Test
    void a_surplus_goes_back_to_the_council_and_the_person_by_their_shares_when_the_notice_is_over() {
        given(RecoveryHistory.e7(), RecoveryHistory.SURPLUS, RecoveryHistory.e7Notice())
                .when(onNotice(null, "2025-11-17"), RECOVERY, on("2025-11-17"))
                .expectEvents(
                        recovered(item("notice"), "261.85", List.of(), null, "2025-11-17"), refunded("2025-11-17"));
    }

    @Test
    void nothing_is_taken_while_the_notice_runs() {
        given(RecoveryHistory.e7(), RecoveryHistory.SURPLUS, RecoveryHistory.e7Notice())
                .when(onNotice(null, "2025-11-16"), RECOVERY, on("2025-11-16"))
                .expectRefusal(new Refusal.NoticeRunning(day("2025-11-17")));
    }

    @Test
    void a_recovery_that_is_dated_ahead_does_not_slip_under_the_notice() {
        given(RecoveryHistory.e7(), RecoveryHistory.SURPLUS, RecoveryHistory.e7Notice())
                .when(onNotice(null, "2025-11-17"), RECOVERY, on("2025-11-16"))
                .expectRefusal(new Refusal.NoticeRunning(day("2025-11-17")));
    }

    @Test
    void a_recovery_that_is_dated_back_does_not_count_as_in_the_window() {
        given(RecoveryHistory.e7(), RecoveryHistory.SURPLUS, RecoveryHistory.e7Notice())
                .when(onNotice(null, "2025-11-16"), RECOVERY, on("2025-11-20"))
                .expectRefusal(new Refusal.NoticeRunning(day("2025-11-17")));
    }

    @Test
    void with_consent_nobody_waits_for_the_notice() {
        given(RecoveryHistory.overpaid(), RecoveryHistory.debtNotice("80.00"))
                .when(
                        recover(item("notice"), null, null, CONSENT, null, null, "2025-05-07"),
                        RECOVERY,
                        on("2025-05-07"))
                .expectEvents(recovered(item("notice"), "80.00", WHOLE_DEBT, CONSENT, "2025-05-07"));
    }

    @Test
    void a_notice_that_was_met_is_not_met_again() {
        given(
                        RecoveryHistory.e7(),
                        RecoveryHistory.SURPLUS,
                        RecoveryHistory.e7Notice(),
                        new FundsRecovered(
                                entry("first"),
                                item("notice"),
                                SELF,
                                CARE,
                                gbp("261.85"),
                                List.of(),
                                null,
                                false,
                                day("2025-11-17")),
                        refunded("2025-11-17"))
                .when(onNotice(null, "2025-11-18"), RECOVERY, on("2025-11-18"))
                .expectRefusal("ALREADY_DONE");
    }

    @Test
    void a_notice_may_be_met_in_parts_and_never_above_what_it_asks() {
        var first = new FundsRecovered(
                entry("first"),
                item("notice"),
                SELF,
                CARE,
                gbp("30.00"),
                List.of(part(item("overpaid"), "30.00")),
                null,
                false,
                day("2025-06-03"));
        given(RecoveryHistory.overpaid(), RecoveryHistory.debtNotice("80.00"), first)
                .when(onNotice("50.01", "2025-06-04"), RECOVERY, on("2025-06-04"))
                .expectRefusal(Refusal.exceedsNotice(money("50.00")));
        given(RecoveryHistory.overpaid(), RecoveryHistory.debtNotice("80.00"), first)
                .when(onNotice(null, "2025-06-04"), RECOVERY, on("2025-06-04"))
                .expectEvents(recovered(
                        item("notice"), "50.00", List.of(part(item("overpaid"), "50.00")), null, "2025-06-04"));
    }

    @Test
    void what_of_a_debt_was_settled_since_its_notice_is_not_taken_again() {
        var givenUp = new DebtWrittenOff(
                item("overpaid"),
                SELF,
                CARE,
                gbp("50.00"),
                CARE_MANAGER.id(),
                WRITE_OFF_APPROVER.id(),
                text("No one can pay it"),
                day("2025-05-20"));
        given(RecoveryHistory.overpaid(), RecoveryHistory.debtNotice("80.00"), givenUp)
                .when(onNotice("30.01", "2025-06-03"), RECOVERY, on("2025-06-03"))
                .expectRefusal(Refusal.exceedsDebt(money("30.00")));
        given(RecoveryHistory.overpaid(), RecoveryHistory.debtNotice("80.00"), givenUp)
                .when(onNotice(null, "2025-06-03"), RECOVERY, on("2025-06-03"))
                .expectEvents(recovered(
                        item("notice"), "30.00", List.of(part(item("overpaid"), "30.00")), null, "2025-06-03"));
        given(RecoveryHistory.overpaid(), RecoveryHistory.debtNotice("80.00"), recoveredBefore())
                .when(onNotice(null, "2025-06-03"), RECOVERY, on("2025-06-03"))
                .expectRefusal("NOTHING_LEFT");
    }

    /** 400.00 was paid and 350.00 spent: 50.00 is held. */
    @Test
    void no_more_is_taken_than_is_held() {
        var spent = spent("spend", SELF, CARE, "350.00", "2025-05-01");
        given(RecoveryHistory.overpaid(), spent, RecoveryHistory.debtNotice("80.00"))
                .when(onNotice("80.00", "2025-06-03"), RECOVERY, on("2025-06-03"))
                .expectRefusal(Refusal.exceedsHeld(money("50.00")));
        given(RecoveryHistory.overpaid(), spent, RecoveryHistory.debtNotice("80.00"))
                .when(onNotice(null, "2025-06-03"), RECOVERY, on("2025-06-03"))
                .expectEvents(recovered(
                        item("notice"), "50.00", List.of(part(item("overpaid"), "50.00")), null, "2025-06-03"));
    }

    @Test
    void where_nothing_is_held_nothing_is_taken() {
        given(
                        RecoveryHistory.overpaid(),
                        spent("spend", SELF, CARE, "400.00", "2025-05-01"),
                        RecoveryHistory.debtNotice("80.00"))
                .when(onNotice(null, "2025-06-03"), RECOVERY, on("2025-06-03"))
                .expectRefusal(Refusal.exceedsHeld(money("0.00")));
    }

    @Test
    void a_debt_may_be_paid_with_money_from_elsewhere() {
        given(
                        RecoveryHistory.overpaid(),
                        spent("spend", SELF, CARE, "400.00", "2025-05-01"),
                        RecoveryHistory.debtNotice("80.00"))
                .when(recover(item("notice"), null, null, null, null, true, "2025-06-03"), RECOVERY, on("2025-06-03"))
                .expectEvents(new FundsRecovered(
                        entry("recovery"),
                        item("notice"),
                        SELF,
                        CARE,
                        gbp("80.00"),
                        WHOLE_DEBT,
                        null,
                        true,
                        day("2025-06-03")));
    }

    @Test
    void only_a_debt_is_paid_with_money_from_elsewhere() {
        given(RecoveryHistory.e7(), RecoveryHistory.SURPLUS, RecoveryHistory.e7Notice())
                .when(recover(item("notice"), null, null, null, null, true, "2025-11-17"), RECOVERY, on("2025-11-17"))
                .expectRefusal(Refusal.notADebt());
    }

    /** Of a final account of 200.00, 80.00 is a debt; the rest is money that the account itself holds. */
    @Test
    void no_more_of_a_final_account_is_paid_with_money_from_elsewhere_than_is_a_debt() {
        var history = List.of(
                RecoveryHistory.overpaid(),
                withdrawn(),
                spent("spend", SELF, CARE, "200.00", "2025-05-01"),
                RecoveryHistory.notice(RecoveryBasis.FINAL_ACCOUNT, "2025-08-18", "2025-09-15", "200.00", "0.00"));
        given(history)
                .when(
                        recover(item("notice"), null, null, null, "80.01", true, "2025-09-15"),
                        RECOVERY,
                        on("2025-09-15"))
                .expectRefusal(Refusal.exceedsDebt(money("80.00")));
        given(history)
                .when(recover(item("notice"), null, null, null, null, true, "2025-09-15"), RECOVERY, on("2025-09-15"))
                .expectEvents(new FundsRecovered(
                        entry("recovery"),
                        item("notice"),
                        SELF,
                        CARE,
                        gbp("80.00"),
                        WHOLE_DEBT,
                        null,
                        true,
                        day("2025-09-15")));
    }

    @Test
    void without_a_notice_there_must_be_consent() {
        given(RecoveryHistory.overpaid())
                .when(recover(null, item("overpaid"), null, null, null, null, "2025-05-06"), RECOVERY, on("2025-05-06"))
                .expectRefusal(Refusal.noticeRequired());
        given(RecoveryHistory.overpaid())
                .when(
                        recover(null, item("overpaid"), null, CONSENT, null, null, "2025-05-06"),
                        RECOVERY,
                        on("2025-05-06"))
                .expectEvents(recovered(null, "80.00", WHOLE_DEBT, CONSENT, "2025-05-06"));
    }

    @Test
    void consent_does_not_reach_beyond_the_debt() {
        given(RecoveryHistory.overpaid())
                .when(
                        recover(null, item("overpaid"), null, CONSENT, "80.01", null, "2025-05-06"),
                        RECOVERY,
                        on("2025-05-06"))
                .expectRefusal(Refusal.exceedsDebt(money("80.00")));
    }

    @Test
    void a_debt_that_was_paid_is_not_paid_again() {
        given(RecoveryHistory.overpaid(), recoveredBefore())
                .when(
                        recover(null, item("overpaid"), null, CONSENT, null, null, "2025-05-07"),
                        RECOVERY,
                        on("2025-05-07"))
                .expectRefusal("NOTHING_LEFT");
    }

    @Test
    void what_was_never_asked_or_owed_is_not_recovered() {
        given(RecoveryHistory.overpaid())
                .when(onNotice(null, "2025-05-06"), RECOVERY, on("2025-05-06"))
                .expectRefusal(Refusal.unknownItem(item("notice")));
        given(RecoveryHistory.overpaid())
                .when(
                        recover(null, item("nothing"), null, CONSENT, null, null, "2025-05-06"),
                        RECOVERY,
                        on("2025-05-06"))
                .expectRefusal(Refusal.unknownItem(item("nothing")));
    }

    @Test
    void a_final_account_is_settled_with_consent_and_leaves_the_person_s_own_money() {
        given(RecoveryHistory.e15Ended())
                .when(recover(null, null, CARE, CONSENT, null, null, "2025-08-18"), RECOVERY, on("2025-08-18"))
                .expectEvents(recovered(null, "56.00", List.of(), CONSENT, "2025-08-18"));
        given(RecoveryHistory.e15Ended())
                .when(recover(null, null, CARE, CONSENT, "56.01", null, "2025-08-18"), RECOVERY, on("2025-08-18"))
                .expectRefusal(Refusal.exceedsHeld(money("56.00")));
    }

    @Test
    void a_final_account_is_settled_after_its_notice() {
        given(RecoveryHistory.e15Ended(), RecoveryHistory.finalNotice())
                .when(onNotice(null, "2025-09-14"), RECOVERY, on("2025-09-14"))
                .expectRefusal(new Refusal.NoticeRunning(day("2025-09-15")));
        given(RecoveryHistory.e15Ended(), RecoveryHistory.finalNotice())
                .when(onNotice(null, "2025-09-15"), RECOVERY, on("2025-09-15"))
                .expectEvents(recovered(item("notice"), "56.00", List.of(), null, "2025-09-15"));
    }

    @Test
    void a_budget_that_goes_on_has_no_final_account_to_settle() {
        given(RecoveryHistory.overpaid())
                .when(recover(null, null, CARE, CONSENT, null, null, "2025-05-06"), RECOVERY, on("2025-05-06"))
                .expectRefusal(Refusal.budgetNotEnded());
    }

    @Test
    void a_recovery_s_id_names_one_entry() {
        given(RecoveryHistory.overpaid(), spent("recovery", SELF, CARE, "1.00", "2025-05-01"))
                .when(
                        recover(null, item("overpaid"), null, CONSENT, null, null, "2025-05-06"),
                        RECOVERY,
                        on("2025-05-06"))
                .expectRefusal(Refusal.idInUse(entry("recovery")));
    }

    private static FundsRecovered recoveredBefore() {
        return new FundsRecovered(
                entry("first"), null, SELF, CARE, gbp("80.00"), WHOLE_DEBT, CONSENT, false, day("2025-05-06"));
    }

    private static RecoverFunds onNotice(@Nullable String amount, String on) {
        return recover(item("notice"), null, null, null, amount, null, on);
    }

    private static RecoverFunds recover(
            @Nullable ItemId notice,
            @Nullable ItemId debt,
            @Nullable FundingStream stream,
            @Nullable Consent consent,
            @Nullable String amount,
            @Nullable Boolean paidFromElsewhere,
            String on) {
        return new RecoverFunds(
                COMMAND,
                AMARA,
                entry("recovery"),
                notice,
                debt,
                null,
                stream,
                consent,
                amount == null ? null : gbp(amount),
                null,
                paidFromElsewhere,
                day(on));
    }

    private static FundsRecovered recovered(
            @Nullable ItemId notice, String amount, List<OwedPart> debts, @Nullable Consent consent, String on) {
        return new FundsRecovered(entry("recovery"), notice, SELF, CARE, gbp(amount), debts, consent, false, day(on));
    }

    /** E7's 52.37. */
    private static ContributionRefunded refunded(String on) {
        return new ContributionRefunded(
                new EntryId(Minting.mint(NORTHMERE, COMMAND, "contribution refund")),
                entry("recovery"),
                item("notice"),
                SELF,
                CARE,
                gbp("52.37"),
                day(on));
    }
}
