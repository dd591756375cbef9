package org.budgetledger.service.budget.payment;

import static org.budgetledger.service.given.History.allocated;
import static org.budgetledger.service.given.History.deployed;
import static org.budgetledger.service.given.History.deployedToSelf;
import static org.budgetledger.service.given.History.deployment;
import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.History.line;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.History.paid;
import static org.budgetledger.service.given.History.payeeSet;
import static org.budgetledger.service.given.History.payeeVerified;
import static org.budgetledger.service.given.History.planned;
import static org.budgetledger.service.given.History.signed;
import static org.budgetledger.service.given.History.told;
import static org.budgetledger.service.given.History.withdrawn;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.BANK;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.PAYEE_SETTER;
import static org.budgetledger.service.given.Known.PERSON;
import static org.budgetledger.service.given.Known.PROVIDER;
import static org.budgetledger.service.given.Known.RELEASER;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.TRUST;
import static org.budgetledger.service.given.Known.by;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.person;
import static org.budgetledger.service.given.Known.text;

import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.PayCalendar;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.Role;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.control.AgreementLapsed;
import org.budgetledger.api.budget.control.AgreementSigned;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.control.PayeeSet;
import org.budgetledger.api.budget.control.TrustTerms;
import org.budgetledger.api.budget.control.TrusteesChanged;
import org.budgetledger.api.budget.payment.PaymentLine;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.payment.ReleasePayment;
import org.budgetledger.api.budget.suspension.PaymentsResumed;
import org.budgetledger.api.budget.suspension.PaymentsSuspended;
import org.budgetledger.service.given.BudgetScenarios;
import org.budgetledger.service.given.Settled;
import org.budgetledger.service.given.Settled.Days;
import org.junit.jupiter.api.Test;

/** What a payment needs before it is released: E1, E4, R7, R15. */
class ReleaseTest extends BudgetScenarios {
    private static final PaymentLine P1_PAID = line(FundingStream.SOCIAL_CARE, "400.00");
    private static final Days LAST_OF_P1 = new Days("2025-05-04", "2025-05-04", "2025/26 P1");
    private static final PersonRef OTHER_BANK = new PersonRef("account-7002");

    @Test
    void a_payment_is_refused_before_the_person_was_told_the_sum() {
        given(opened(), allocated(FundingStream.SOCIAL_CARE, "260.00", "2025-04-16"))
                .when(release("2025-04-16"), RELEASER, on("2025-04-11"))
                .expectRefusal(Refusal.allocationNotNotified());
    }

    @Test
    void a_payment_is_refused_before_the_plan_is_agreed() {
        given(opened(), allocated(FundingStream.SOCIAL_CARE, "260.00", "2025-04-16"), told())
                .when(release("2025-04-16"), RELEASER, on("2025-04-11"))
                .expectRefusal(Refusal.planNotAgreed());
    }

    @Test
    void a_payment_s_id_names_one_entry() {
        given(inControl(), paid("payment", SELF, P1_PAID))
                .when(release("2025-05-05"), RELEASER, on("2025-05-02"))
                .expectRefusal(Refusal.idInUse(entry("payment")));
    }

    @Test
    void what_the_authority_manages_is_not_paid_out() {
        given(opened(), allocated(FundingStream.SOCIAL_CARE, "260.00", "2025-04-16"), told(), planned())
                .when(release("2025-04-16"), RELEASER, on("2025-04-11"))
                .expectRefusal(Refusal.notionalDeployment(DeploymentId.AUTHORITY));
    }

    @Test
    void a_provider_paid_by_claims_is_not_paid_in_advance() {
        given(
                        opened(),
                        allocated(FundingStream.SOCIAL_CARE, "260.00", "2025-04-16"),
                        told(),
                        planned(),
                        deployed(new Deployment(PROVIDER, DegreeOfControl.PROVIDER_FUND, PERSON, null, true)))
                .when(release("2025-04-16"), RELEASER, on("2025-04-11"))
                .expectRefusal(Refusal.notionalDeployment(PROVIDER));
    }

    @Test
    void a_trust_is_paid_from_the_day_its_agreement_is_in_force() {
        given(trustInControl())
                .when(release("2025-05-01"), RELEASER, on("2025-05-01"))
                .expectRefusal(Refusal.agreementNotInForce(TRUST, day("2025-05-01")));
        given(trustInControl())
                .when(release("2025-05-02"), RELEASER, on("2025-05-02"))
                .expectEvents(
                        released(TRUST, BANK, new Days("2025-05-02", "2025-05-04", "2025/26 P1"), "412.50", "176.79"));
    }

    @Test
    void a_trust_is_not_paid_before_it_has_an_agreement() {
        given(opened(), told(), planned(), deployed(deployment(TRUST, DegreeOfControl.TRUST)))
                .when(release("2025-05-05"), RELEASER, on("2025-05-01"))
                .expectRefusal(Refusal.agreementNotInForce(TRUST, day("2025-05-05")));
    }

    @Test
    void a_trust_below_its_minimum_of_trustees_is_paid_meanwhile() {
        var trustees = new TrusteesChanged(
                TRUST,
                List.of(),
                List.of(person(3)),
                List.of(person(1), person(2)),
                day("2025-06-28"),
                day("2025-06-01"));
        given(trustInControl(), trustees)
                .when(release("2025-06-30"), RELEASER, on("2025-06-27"))
                .expectEvents(released(
                        TRUST, BANK, new Days("2025-06-30", "2025-07-27", "2025/26 P4"), "412.50", "1,650.00"));
    }

    @Test
    void an_agreement_is_no_longer_in_force_on_the_day_it_lapses() {
        var lapsed = new AgreementLapsed(SELF, day("2025-05-05"), text("Moved away"));
        given(inControl(), lapsed)
                .when(release("2025-05-05"), RELEASER, on("2025-05-02"))
                .expectRefusal(Refusal.agreementNotInForce(SELF, day("2025-05-05")));
        given(inControl(), lapsed)
                .when(release("2025-05-04"), RELEASER, on("2025-05-02"))
                .expectEvents(released(SELF, BANK, LAST_OF_P1, "100.00", "14.29"));
    }

    @Test
    void a_payment_is_refused_before_there_is_a_payee() {
        given(opened(), told(), planned(), deployedToSelf(), signed(SELF, "2025-04-01"))
                .when(release("2025-04-16"), RELEASER, on("2025-04-11"))
                .expectRefusal(Refusal.payeeNotVerified(SELF));
    }

    @Test
    void a_payment_is_refused_before_the_payee_is_verified() {
        given(opened(), told(), planned(), deployedToSelf(), signed(SELF, "2025-04-01"), payeeSet(SELF))
                .when(release("2025-04-16"), RELEASER, on("2025-04-11"))
                .expectRefusal(Refusal.payeeNotVerified(SELF));
    }

    @Test
    void a_payee_that_was_changed_is_not_verified_any_more() {
        given(inControl(), new PayeeSet(SELF, OTHER_BANK, PAYEE_SETTER.id()))
                .when(release("2025-04-16"), RELEASER, on("2025-04-11"))
                .expectRefusal(Refusal.payeeNotVerified(SELF));
    }

    @Test
    void who_set_the_payee_does_not_release_the_payment() {
        var both = by(PAYEE_SETTER.id().value(), Role.RELEASER);
        given(inControl())
                .when(release("2025-04-16"), both, on("2025-04-11"))
                .expectRefusal(new Refusal.SegregationOfDuties(PAYEE_SETTER.id(), "set the payee"));
    }

    @Test
    void no_payment_is_released_for_a_period_that_starts_in_a_suspension() {
        given(inControl(), new PaymentsSuspended(text("In hospital"), day("2025-05-05")))
                .when(release("2025-05-05"), RELEASER, on("2025-05-02"))
                .expectRefusal(Refusal.paymentsSuspended(day("2025-05-05")));
    }

    @Test
    void a_period_that_started_before_the_suspension_is_paid() {
        given(inControl(), new PaymentsSuspended(text("In hospital"), day("2025-05-05")))
                .when(release("2025-05-04"), RELEASER, on("2025-05-02"))
                .expectEvents(released(SELF, BANK, LAST_OF_P1, "100.00", "14.29"));
    }

    @Test
    void payments_go_on_from_the_day_they_resume() {
        var suspension = List.of(
                new PaymentsSuspended(text("In hospital"), day("2025-05-05")),
                new PaymentsResumed(text("Home again"), day("2025-06-02")));
        given(inControl(), suspension)
                .when(release("2025-06-01"), RELEASER, on("2025-05-30"))
                .expectRefusal(Refusal.paymentsSuspended(day("2025-06-01")));
        given(inControl(), suspension)
                .when(release("2025-06-02"), RELEASER, on("2025-05-30"))
                .expectEvents(
                        released(SELF, BANK, new Days("2025-06-02", "2025-06-29", "2025/26 P3"), "100.00", "400.00"));
    }

    @Test
    void a_withdrawn_budget_is_paid_up_to_its_last_day() {
        given(inControl(), withdrawn())
                .when(release("2025-08-18"), RELEASER, on("2025-08-15"))
                .expectRefusal(Refusal.budgetWithdrawn(day("2025-08-17")));
        given(inControl(), withdrawn())
                .when(release("2025-08-17", "2025-08-17"), RELEASER, on("2025-08-15"))
                .expectEvents(
                        released(SELF, BANK, new Days("2025-08-17", "2025-08-17", "2025/26 P5"), "100.00", "14.29"));
    }

    private static List<BudgetEvent> trustInControl() {
        var terms = new TrustTerms(
                text("A good life for Amara"),
                text("A meeting each quarter"),
                List.of(person(1), person(2), person(3)),
                null);
        return List.of(
                opened(),
                allocated(FundingStream.SOCIAL_CARE, "412.50", "2025-05-01"),
                told(),
                planned(),
                deployed(deployment(TRUST, DegreeOfControl.TRUST)),
                payeeSet(TRUST),
                payeeVerified(TRUST),
                new AgreementSigned(item("agreement"), TRUST, day("2025-05-02"), day("2025-05-02"), null, terms, null));
    }

    /** What is due from a day to the end of its pay period, to the only deployment there is. */
    private static ReleasePayment release(String from) {
        return release(from, PayCalendar.FOUR_WEEKLY_2025.period(day(from)).to().toString());
    }

    private static ReleasePayment release(String from, String to) {
        return new ReleasePayment(
                COMMAND,
                AMARA,
                entry("payment"),
                null,
                day(from),
                day(to),
                null,
                null,
                null,
                null,
                day(from).minusDays(3));
    }

    /** Paid, and settled, at one weekly rate. */
    private static PaymentReleased released(
            DeploymentId deployment, PersonRef payee, Days days, String weekly, String sum) {
        return new PaymentReleased(
                entry("payment"),
                deployment,
                payee,
                day(days.from()),
                day(days.to()),
                List.of(line(FundingStream.SOCIAL_CARE, sum)),
                List.of(Settled.rate(FundingStream.SOCIAL_CARE, days.from(), days.to(), weekly, sum)),
                List.of(Settled.sum(FundingStream.SOCIAL_CARE, days, sum)),
                List.of(),
                null,
                day(days.from()).minusDays(3));
    }
}
