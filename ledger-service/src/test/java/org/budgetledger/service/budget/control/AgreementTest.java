package org.budgetledger.service.budget.control;

import static org.budgetledger.service.given.History.deployed;
import static org.budgetledger.service.given.History.deployedToSelf;
import static org.budgetledger.service.given.History.deployment;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.History.signed;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.CARE_MANAGER;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.TRUST;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.person;
import static org.budgetledger.service.given.Known.text;

import java.util.Arrays;
import java.util.List;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.control.AgreementLapsed;
import org.budgetledger.api.budget.control.AgreementSigned;
import org.budgetledger.api.budget.control.ApprovalRule;
import org.budgetledger.api.budget.control.ChangeTrustees;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.control.LapseAgreement;
import org.budgetledger.api.budget.control.SignAgreement;
import org.budgetledger.api.budget.control.TrustTerms;
import org.budgetledger.api.budget.control.TrusteesChanged;
import org.budgetledger.service.given.BudgetScenarios;
import org.budgetledger.service.given.Known;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What makes a deployment live: E4, R15, R17. */
class AgreementTest extends BudgetScenarios {
    private static final ApprovalRule TWO_ABOVE_250 = new ApprovalRule(2, gbp("250.00"));
    private static final TrustTerms THREE_TRUSTEES = terms(1, 2, 3);
    private static final AgreementSigned TRUST_SIGNED = new AgreementSigned(
            item("agreement"), TRUST, day("2025-05-02"), day("2025-05-02"), null, THREE_TRUSTEES, TWO_ABOVE_250);
    private static final TrusteesChanged ONE_RESIGNED = new TrusteesChanged(
            TRUST, List.of(), List.of(person(3)), List.of(person(1), person(2)), day("2025-06-28"), day("2025-06-01"));

    @Test
    void a_direct_payment_agreement_is_in_force_from_the_day_it_is_signed() {
        given(opened(), deployedToSelf())
                .when(sign(null, null), CARE_MANAGER, on("2025-05-02"))
                .expectEvents(new AgreementSigned(
                        item("agreement"), SELF, day("2025-05-02"), day("2025-05-02"), null, null, null));
    }

    @Test
    void an_agreement_may_begin_later_and_lapse_of_itself() {
        given(opened(), deployedToSelf())
                .when(
                        new SignAgreement(
                                COMMAND,
                                AMARA,
                                item("agreement"),
                                SELF,
                                day("2025-05-02"),
                                day("2025-05-05"),
                                day("2026-05-05"),
                                null,
                                null),
                        CARE_MANAGER,
                        on("2025-05-02"))
                .expectEvents(new AgreementSigned(
                        item("agreement"), SELF, day("2025-05-02"), day("2025-05-05"), day("2026-05-05"), null, null));
    }

    @Test
    void a_trust_agrees_its_purpose_its_accountability_its_trustees_and_its_approval_rule() {
        given(opened(), trust())
                .when(sign(THREE_TRUSTEES, TWO_ABOVE_250), CARE_MANAGER, on("2025-05-02"))
                .expectEvents(TRUST_SIGNED);
    }

    @Test
    void a_trust_is_not_agreed_without_its_terms() {
        given(opened(), trust())
                .when(sign(null, null), CARE_MANAGER, on("2025-05-02"))
                .expectRefusal(Refusal.trustTermsRequired());
    }

    @Test
    void a_trust_begins_with_three_trustees() {
        given(opened(), trust())
                .when(sign(terms(1, 2), null), CARE_MANAGER, on("2025-05-02"))
                .expectRefusal(Refusal.tooFewTrustees(3));
    }

    @Test
    void trustees_belong_to_a_trust() {
        given(opened(), deployedToSelf())
                .when(sign(THREE_TRUSTEES, null), CARE_MANAGER, on("2025-05-02"))
                .expectRefusal(Refusal.notATrust(SELF));
    }

    @Test
    void an_agreement_s_id_names_one_agreement() {
        given(opened(), trust(), TRUST_SIGNED)
                .when(sign(THREE_TRUSTEES, null), CARE_MANAGER, on("2025-05-02"))
                .expectRefusal(Refusal.idInUse(item("agreement")));
    }

    @Test
    void a_trust_below_its_minimum_has_28_days_to_put_it_right_the_first_included() {
        given(opened(), trust(), TRUST_SIGNED)
                .when(change("2025-06-01", List.of(), List.of(person(3))), CARE_MANAGER, on("2025-06-01"))
                .expectEvents(ONE_RESIGNED);
    }

    @Test
    void a_trust_puts_its_number_right_with_a_new_trustee() {
        given(opened(), trust(), TRUST_SIGNED, ONE_RESIGNED)
                .when(change("2025-06-20", List.of(person(4)), List.of()), CARE_MANAGER, on("2025-06-20"))
                .expectEvents(new TrusteesChanged(
                        TRUST,
                        List.of(person(4)),
                        List.of(),
                        List.of(person(1), person(2), person(4)),
                        null,
                        day("2025-06-20")));
    }

    @Test
    void only_a_trust_changes_its_trustees() {
        given(opened(), deployedToSelf(), signed(SELF, "2025-05-02"))
                .when(change("2025-06-01", List.of(person(4)), List.of()), CARE_MANAGER, on("2025-06-01"))
                .expectRefusal(Refusal.notATrust(SELF));
        given(opened(), trust())
                .when(change("2025-06-01", List.of(person(4)), List.of()), CARE_MANAGER, on("2025-06-01"))
                .expectRefusal(Refusal.notATrust(TRUST));
    }

    @Test
    void who_is_not_a_trustee_does_not_leave() {
        given(opened(), trust(), TRUST_SIGNED)
                .when(change("2025-06-01", List.of(), List.of(person(4))), CARE_MANAGER, on("2025-06-01"))
                .expectRefusal(Refusal.unknownTrustee(person(4)));
    }

    @Test
    void who_left_is_a_trustee_no_longer() {
        given(opened(), trust(), TRUST_SIGNED, ONE_RESIGNED)
                .when(change("2025-06-20", List.of(), List.of(person(3))), CARE_MANAGER, on("2025-06-20"))
                .expectRefusal(Refusal.unknownTrustee(person(3)));
    }

    @Test
    void who_is_a_trustee_does_not_join_again() {
        given(opened(), trust(), TRUST_SIGNED)
                .when(change("2025-06-01", List.of(person(2)), List.of()), CARE_MANAGER, on("2025-06-01"))
                .expectRefusal(Refusal.alreadyATrustee(person(2)));
    }

    @Test
    void the_last_trustee_does_not_leave() {
        given(opened(), trust(), TRUST_SIGNED)
                .when(
                        change("2025-06-01", List.of(), List.of(person(1), person(2), person(3))),
                        CARE_MANAGER,
                        on("2025-06-01"))
                .expectRefusal(Refusal.lastTrustee());
    }

    @Test
    void an_agreement_is_ended() {
        given(opened(), deployedToSelf(), signed(SELF, "2025-05-02"))
                .when(lapse("2025-05-02"), CARE_MANAGER, on("2025-08-18"))
                .expectEvents(new AgreementLapsed(SELF, day("2025-05-02"), text("Moved away")));
    }

    @Test
    void an_agreement_is_not_ended_before_it_is_in_force() {
        given(opened(), deployedToSelf(), signed(SELF, "2025-05-02"))
                .when(lapse("2025-05-01"), CARE_MANAGER, on("2025-08-18"))
                .expectRefusal(Refusal.agreementNotInForce(SELF, day("2025-05-01")));
    }

    @Test
    void an_agreement_is_ended_once() {
        given(
                        opened(),
                        deployedToSelf(),
                        signed(SELF, "2025-05-02"),
                        new AgreementLapsed(SELF, day("2025-08-18"), text("Moved away")))
                .when(lapse("2025-08-18"), CARE_MANAGER, on("2025-08-18"))
                .expectRefusal(Refusal.agreementNotInForce(SELF, day("2025-08-18")));
    }

    @Test
    void there_is_nothing_to_end_where_nothing_was_agreed() {
        given(opened(), deployedToSelf())
                .when(lapse("2025-08-18"), CARE_MANAGER, on("2025-08-18"))
                .expectRefusal(Refusal.agreementNotInForce(SELF, day("2025-08-18")));
    }

    private static DeploymentsSet trust() {
        return deployed(deployment(TRUST, DegreeOfControl.TRUST));
    }

    private static TrustTerms terms(Integer... trustees) {
        return new TrustTerms(
                text("A good life for Amara"),
                text("A meeting each quarter"),
                Arrays.stream(trustees).map(Known::person).toList(),
                2);
    }

    private static SignAgreement sign(@Nullable TrustTerms trust, @Nullable ApprovalRule rule) {
        return new SignAgreement(COMMAND, AMARA, item("agreement"), null, day("2025-05-02"), null, null, trust, rule);
    }

    private static ChangeTrustees change(String on, List<PersonRef> joined, List<PersonRef> left) {
        return new ChangeTrustees(COMMAND, AMARA, null, joined, left, day(on));
    }

    private static LapseAgreement lapse(String on) {
        return new LapseAgreement(COMMAND, AMARA, null, day(on), text("Moved away"));
    }
}
