package org.budgetledger.service.budget.suspension;

import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.CARE_MANAGER;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.text;
import static org.budgetledger.service.given.Settled.P1;
import static org.budgetledger.service.given.Settled.arrears;
import static org.budgetledger.service.given.Settled.line;
import static org.budgetledger.service.given.Settled.overpaid;
import static org.budgetledger.service.given.Settled.overpaidBefore;
import static org.budgetledger.service.given.Settled.paidFor;

import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.entitlement.AdjustmentCause;
import org.budgetledger.api.budget.suspension.PaymentsResumed;
import org.budgetledger.api.budget.suspension.PaymentsSuspended;
import org.budgetledger.api.budget.suspension.ResumePayments;
import org.budgetledger.api.budget.suspension.SuspendPayments;
import org.budgetledger.service.given.BudgetScenarios;
import org.junit.jupiter.api.Test;

/** Stopping payments for a while. */
class SuspensionTest extends BudgetScenarios {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;
    private static final PaymentsSuspended SUSPENDED = new PaymentsSuspended(text("In hospital"), day("2025-06-02"));
    private static final PaymentsResumed RESUMED = new PaymentsResumed(text("Home again"), day("2025-06-16"));

    @Test
    void payments_are_suspended_from_a_day_on() {
        given(opened())
                .when(suspend("2025-06-02"), CARE_MANAGER, on("2025-06-02"))
                .expectEvents(SUSPENDED);
    }

    @Test
    void payments_that_are_suspended_are_not_suspended_again() {
        given(opened(), SUSPENDED)
                .when(suspend("2025-06-09"), CARE_MANAGER, on("2025-06-09"))
                .expectRefusal(Refusal.paymentsSuspended(day("2025-06-02")));
    }

    @Test
    void payments_may_be_suspended_again_on_the_day_they_resumed() {
        given(opened(), SUSPENDED, RESUMED)
                .when(suspend("2025-06-16"), CARE_MANAGER, on("2025-06-20"))
                .expectEvents(new PaymentsSuspended(text("In hospital"), day("2025-06-16")));
    }

    @Test
    void a_suspension_does_not_reach_back_into_an_earlier_one() {
        given(opened(), SUSPENDED, RESUMED)
                .when(suspend("2025-06-15"), CARE_MANAGER, on("2025-06-20"))
                .expectRefusal("OUT_OF_ORDER");
    }

    @Test
    void payments_are_resumed_from_a_day_on() {
        given(opened(), SUSPENDED)
                .when(resume("2025-06-16"), CARE_MANAGER, on("2025-06-16"))
                .expectEvents(RESUMED);
    }

    @Test
    void payments_may_be_resumed_on_the_day_they_were_suspended() {
        given(opened(), SUSPENDED)
                .when(resume("2025-06-02"), CARE_MANAGER, on("2025-06-16"))
                .expectEvents(new PaymentsResumed(text("Home again"), day("2025-06-02")));
    }

    @Test
    void payments_that_are_not_suspended_are_not_resumed() {
        given(opened())
                .when(resume("2025-06-16"), CARE_MANAGER, on("2025-06-16"))
                .expectRefusal(Refusal.notSuspended());
        given(opened(), SUSPENDED, RESUMED)
                .when(resume("2025-06-16"), CARE_MANAGER, on("2025-06-16"))
                .expectRefusal(Refusal.notSuspended());
    }

    @Test
    void payments_are_not_resumed_before_they_were_suspended() {
        given(opened(), SUSPENDED)
                .when(resume("2025-06-01"), CARE_MANAGER, on("2025-06-16"))
                .expectRefusal("OUT_OF_ORDER");
    }

    /** P1 at 100.00 a week: two of its four weeks are suspended after it was paid. */
    @Test
    void days_that_are_suspended_after_they_were_paid_for_are_overpaid() {
        given(inControl(), paidFor("P1", P1, "400.00"))
                .when(suspend("2025-04-21"), CARE_MANAGER, on("2025-04-22"))
                .expectEvents(
                        new PaymentsSuspended(text("In hospital"), day("2025-04-21")),
                        overpaid(
                                CARE,
                                AdjustmentCause.PAYMENTS_SUSPENDED,
                                "200.00",
                                "2025-04-22",
                                line("P1", P1, "400.00", "200.00", "200.00")));
    }

    /** The last week of P1 is due after all. */
    @Test
    void days_that_were_paid_for_and_are_no_longer_suspended_are_owed_again() {
        given(
                        inControl(),
                        paidFor("P1", P1, "400.00"),
                        new PaymentsSuspended(text("In hospital"), day("2025-04-21")),
                        overpaidBefore(
                                "overpaid", CARE, "200.00", "2025-04-22", line("P1", P1, "400.00", "200.00", "200.00")))
                .when(resume("2025-04-28"), CARE_MANAGER, on("2025-04-28"))
                .expectEvents(
                        new PaymentsResumed(text("Home again"), day("2025-04-28")),
                        arrears(
                                CARE,
                                AdjustmentCause.PAYMENTS_RESUMED,
                                "100.00",
                                "2025-04-28",
                                line("P1", P1, "200.00", "300.00", "100.00")));
    }

    private static SuspendPayments suspend(String on) {
        return new SuspendPayments(COMMAND, AMARA, text("In hospital"), day(on));
    }

    private static ResumePayments resume(String on) {
        return new ResumePayments(COMMAND, AMARA, text("Home again"), day(on));
    }
}
