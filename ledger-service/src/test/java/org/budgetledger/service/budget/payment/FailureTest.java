package org.budgetledger.service.budget.payment;

import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.History.line;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.BANK;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.RECONCILER;
import static org.budgetledger.service.given.Known.RELEASER;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.statementLine;
import static org.budgetledger.service.given.Known.text;
import static org.budgetledger.service.given.Settled.P1;
import static org.budgetledger.service.given.Settled.P2;
import static org.budgetledger.service.given.Settled.arrears;
import static org.budgetledger.service.given.Settled.arrearsBefore;
import static org.budgetledger.service.given.Settled.line;
import static org.budgetledger.service.given.Settled.overpaidBefore;
import static org.budgetledger.service.given.Settled.paidFor;
import static org.budgetledger.service.given.Settled.part;
import static org.budgetledger.service.given.Settled.rate;
import static org.budgetledger.service.given.Settled.release;
import static org.budgetledger.service.given.Settled.settling;
import static org.budgetledger.service.given.Settled.sum;

import java.util.List;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.entitlement.AdjustmentCause;
import org.budgetledger.api.budget.entitlement.OwedPart;
import org.budgetledger.api.budget.payment.PaymentFailed;
import org.budgetledger.api.budget.payment.PaymentItem;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.payment.RecordPaymentFailure;
import org.budgetledger.api.budget.payment.ReleasePayment;
import org.budgetledger.service.given.BudgetScenarios;
import org.junit.jupiter.api.Test;

/** A payment that did not arrive: its money is taken back off, and its days are open again (R16). */
class FailureTest extends BudgetScenarios {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;

    @Test
    void a_payment_that_failed_is_taken_back_off() {
        given(inControl(), paidFor("P1", P1, "400.00"))
                .when(fail("P1", "2025-04-08"), RECONCILER, on("2025-04-08"))
                .expectEvents(failed("P1", "400.00"));
    }

    @Test
    void a_payment_that_was_never_released_cannot_fail() {
        given(inControl())
                .when(fail("P1", "2025-04-08"), RECONCILER, on("2025-04-08"))
                .expectRefusal(Refusal.unknownEntry(entry("P1")));
    }

    @Test
    void a_payment_fails_once() {
        given(inControl(), paidFor("P1", P1, "400.00"), failed("P1", "400.00"))
                .when(fail("P1", "2025-04-08"), RECONCILER, on("2025-04-08"))
                .expectRefusal("ALREADY_DONE");
    }

    @Test
    void a_failure_s_id_names_one_entry() {
        given(inControl(), paidFor("failure", P1, "400.00"))
                .when(fail("failure", "2025-04-08"), RECONCILER, on("2025-04-08"))
                .expectRefusal(Refusal.idInUse(entry("failure")));
    }

    @Test
    void the_days_of_a_payment_that_failed_are_released_again() {
        given(inControl(), paidFor("P1", P1, "400.00"), failed("P1", "400.00"))
                .when(release("again", P1.from(), P1.to()), RELEASER, on("2025-04-10"))
                .expectEvents(new PaymentReleased(
                        entry("again"),
                        SELF,
                        BANK,
                        day("2025-04-07"),
                        day("2025-05-04"),
                        List.of(line(CARE, "400.00")),
                        List.of(rate(CARE, "2025-04-07", "2025-05-04", "100.00", "400.00")),
                        List.of(sum(CARE, P1, "400.00")),
                        List.of(),
                        null,
                        day("2025-04-04")));
    }

    /** 80.00 of arrears had been identified, so 400.00 more are owed now: 480.00 on the whole, as 120.00 a week is due. */
    @Test
    void a_failure_after_an_uplift_leaves_the_rest_of_its_days_as_arrears() {
        given(afterUplift())
                .when(fail("P1", "2025-05-06"), RECONCILER, on("2025-05-06"))
                .expectEvents(
                        failedOn("2025-05-06", "P1", "400.00"),
                        arrears(
                                CARE,
                                AdjustmentCause.PAYMENT_FAILED,
                                "400.00",
                                "2025-05-06",
                                line("P1", P1, "80.00", "480.00", "400.00")));
    }

    @Test
    void days_that_are_arrears_after_a_failure_are_paid_as_arrears_and_not_released_again() {
        var owed = arrearsBefore("rest", CARE, "400.00", "2025-05-06", line("P1", P1, "80.00", "480.00", "400.00"));
        given(afterUplift(), failedOn("2025-05-06", "P1", "400.00"), owed)
                .when(release("again", P1.from(), P1.to()), RELEASER, on("2025-05-12"))
                .expectRefusal(Refusal.alreadySettled(day("2025-04-07"), day("2025-05-04")));
        given(afterUplift(), failedOn("2025-05-06", "P1", "400.00"), owed)
                .when(
                        new ReleasePayment(
                                COMMAND,
                                AMARA,
                                entry("arrears"),
                                SELF,
                                null,
                                null,
                                null,
                                true,
                                null,
                                null,
                                day("2025-05-12")),
                        RELEASER,
                        on("2025-05-12"))
                .expectEvents(new PaymentReleased(
                        entry("arrears"),
                        SELF,
                        BANK,
                        null,
                        null,
                        List.of(line(CARE, "480.00")),
                        List.of(
                                settling(PaymentItem.Kind.ARREARS, CARE, item("arrears"), "80.00"),
                                settling(PaymentItem.Kind.ARREARS, CARE, item("rest"), "400.00")),
                        List.of(),
                        List.of(part(item("arrears"), "80.00"), part(item("rest"), "400.00")),
                        null,
                        day("2025-05-12")));
    }

    /** 320.00 are due at 80.00 a week; 80.00 of the 400.00 that never arrived stand as a debt, so 400.00 are owed. */
    @Test
    void a_failure_after_a_cut_owes_what_is_due_beside_the_overpayment_that_stands() {
        given(
                        inControl(),
                        paidFor("P1", P1, "400.00"),
                        revised("80.00"),
                        overpaidBefore(
                                "overpaid", CARE, "80.00", "2025-05-05", line("P1", P1, "400.00", "320.00", "80.00")))
                .when(fail("P1", "2025-05-06"), RECONCILER, on("2025-05-06"))
                .expectEvents(
                        failedOn("2025-05-06", "P1", "400.00"),
                        arrears(
                                CARE,
                                AdjustmentCause.PAYMENT_FAILED,
                                "400.00",
                                "2025-05-06",
                                line("P1", P1, "-80.00", "320.00", "400.00")));
    }

    @Test
    void what_a_payment_had_netted_is_owed_again_when_it_fails() {
        var netted = new PaymentReleased(
                entry("P2"),
                SELF,
                BANK,
                day(P2.from()),
                day(P2.to()),
                List.of(line(CARE, "560.00")),
                List.of(
                        rate(CARE, P2.from(), P2.to(), "120.00", "480.00"),
                        settling(PaymentItem.Kind.ARREARS, CARE, item("arrears"), "80.00")),
                List.of(sum(CARE, P2, "480.00")),
                List.of(part(item("arrears"), "80.00")),
                null,
                day("2025-05-02"));
        var reopened = failure("2025-05-06", "P2", "560.00", List.of(part(item("arrears"), "80.00")));
        given(afterUplift(), netted)
                .when(fail("P2", "2025-05-06"), RECONCILER, on("2025-05-06"))
                .expectEvents(reopened);
        given(afterUplift(), netted, reopened)
                .when(
                        new ReleasePayment(
                                COMMAND,
                                AMARA,
                                entry("again"),
                                SELF,
                                day(P2.from()),
                                day(P2.to()),
                                null,
                                true,
                                null,
                                null,
                                day("2025-05-02")),
                        RELEASER,
                        on("2025-05-08"))
                .expectEvents(new PaymentReleased(
                        entry("again"),
                        SELF,
                        BANK,
                        netted.periodFrom(),
                        netted.periodTo(),
                        netted.lines(),
                        netted.items(),
                        netted.settles(),
                        netted.owed(),
                        null,
                        day("2025-05-02")));
    }

    /** P1 was paid at 100.00 a week, and ought to have been paid at 120.00. */
    private static List<Object> afterUplift() {
        return List.of(
                inControl(),
                paidFor("P1", P1, "400.00"),
                revised("120.00"),
                arrearsBefore("arrears", CARE, "80.00", "2025-05-05", line("P1", P1, "400.00", "480.00", "80.00")));
    }

    private static AllocationRevised revised(String weekly) {
        return new AllocationRevised(
                item("revision"),
                CARE,
                money(weekly),
                null,
                null,
                money("100.00"),
                day("2025-04-07"),
                null,
                text("Agreed again"),
                null);
    }

    private static RecordPaymentFailure fail(String payment, String on) {
        return new RecordPaymentFailure(
                COMMAND,
                AMARA,
                entry(payment),
                entry("failure"),
                text("The account is closed"),
                statementLine("returned"),
                day(on));
    }

    private static PaymentFailed failed(String payment, String amount) {
        return failedOn("2025-04-08", payment, amount);
    }

    private static PaymentFailed failedOn(String on, String payment, String amount) {
        return failure(on, payment, amount, List.of());
    }

    private static PaymentFailed failure(String on, String payment, String amount, List<OwedPart> reopened) {
        return new PaymentFailed(
                entry("failure"),
                entry(payment),
                SELF,
                List.of(line(CARE, amount)),
                reopened,
                text("The account is closed"),
                statementLine("returned"),
                day(on));
    }
}
