package org.budgetledger.service.budget.spending;

import static org.budgetledger.service.given.History.allocated;
import static org.budgetledger.service.given.History.allocatedOnce;
import static org.budgetledger.service.given.History.holding;
import static org.budgetledger.service.given.History.line;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.History.paid;
import static org.budgetledger.service.given.History.spent;
import static org.budgetledger.service.given.History.withdrawn;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.CARE_MANAGER;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.HOLDER;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.person;
import static org.budgetledger.service.given.Known.statementLine;
import static org.budgetledger.service.given.Known.text;

import java.util.List;
import java.util.Objects;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.Reference;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.control.AgreementSigned;
import org.budgetledger.api.budget.control.ApprovalRule;
import org.budgetledger.api.budget.payment.PaymentLine;
import org.budgetledger.api.budget.spending.AuthoriseSpend;
import org.budgetledger.api.budget.spending.Purchase;
import org.budgetledger.api.budget.spending.RecordSpend;
import org.budgetledger.api.budget.spending.SpendAuthorised;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.budget.suspension.PaymentsResumed;
import org.budgetledger.api.budget.suspension.PaymentsSuspended;
import org.budgetledger.service.given.BudgetScenarios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R9, R10: a spend with evidence is always recorded, and flagged where a rule asks for a look. E4, E12. */
class SpendTest extends BudgetScenarios {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;
    private static final FundingStream HEALTH = FundingStream.HEALTH;
    private static final List<BudgetEvent> WELL_FUNDED = holding(line(CARE, "1,650.00"));

    @Test
    void a_spend_is_recorded_with_all_that_was_said_of_it() {
        var authorisation = new SpendAuthorised(
                item("authorisation"), SELF, CARE, gbp("80.00"), day("2025-05-01"), null, null, null);
        var command = new RecordSpend(
                COMMAND,
                AMARA,
                entry("spend"),
                SELF,
                CARE,
                gbp("75.00"),
                statementLine("line 3"),
                day("2025-05-06"),
                day("2025-04-28"),
                day("2025-05-04"),
                item("authorisation"),
                item("outcome"),
                new Reference("personal assistant"),
                text("A week of mornings"),
                List.of(person(1), person(2)),
                null,
                null);
        given(WELL_FUNDED, authorisation)
                .when(command, HOLDER, on("2025-05-06"))
                .expectEvents(new SpendRecorded(
                        entry("spend"),
                        SELF,
                        CARE,
                        gbp("75.00"),
                        statementLine("line 3"),
                        day("2025-05-06"),
                        day("2025-04-28"),
                        day("2025-05-04"),
                        item("authorisation"),
                        item("outcome"),
                        new Reference("personal assistant"),
                        text("A week of mornings"),
                        List.of(person(1), person(2)),
                        null,
                        null,
                        List.of()));
    }

    @Test
    void a_spend_is_for_the_day_it_was_made_when_nothing_else_is_said() {
        given(WELL_FUNDED)
                .when(record(CARE, "1,180.00"), HOLDER, on("2025-05-06"))
                .expectEvents(spent("spend", SELF, CARE, "1,180.00", "2025-05-06"));
    }

    @Test
    void all_the_money_may_be_spent_without_a_flag() {
        given(WELL_FUNDED)
                .when(record(CARE, "1,650.00"), HOLDER, on("2025-05-06"))
                .expectEvents(spent("spend", SELF, CARE, "1,650.00", "2025-05-06"));
    }

    @Test
    void a_spend_that_overdraws_the_deployment_is_recorded_and_flagged() {
        given(WELL_FUNDED)
                .when(record(CARE, "1,650.01"), HOLDER, on("2025-05-06"))
                .expectEvents(spent("spend", SELF, CARE, "1,650.01", "2025-05-06", SpendFlag.OVERDRAWN));
    }

    @Test
    void a_spend_that_takes_one_stream_below_zero_is_flagged_and_nothing_spills() {
        // E12 after two payments to the PA and the physiotherapist: social care 240.00, health 240.00, independent
        // living 60.00, adaptations 4,800.00. A bank fact of 300.00 on health takes it to −60.00.
        var four = holding(
                line(CARE, "240.00"),
                line(HEALTH, "240.00"),
                line(FundingStream.INDEPENDENT_LIVING, "60.00"),
                line(FundingStream.EQUIPMENT_AND_ADAPTATIONS, "4,800.00"));
        var flagged = spent("spend", SELF, HEALTH, "300.00", "2025-05-06", SpendFlag.RING_FENCE);
        given(four).when(record(HEALTH, "300.00"), HOLDER, on("2025-05-06")).expectEvents(flagged);
        // Nothing spilt: the other streams have all they had, and health has to be 60.00 better off to have anything.
        for (var whole : List.of(
                line(CARE, "240.00"),
                line(FundingStream.INDEPENDENT_LIVING, "60.00"),
                line(FundingStream.EQUIPMENT_AND_ADAPTATIONS, "4,800.00"))) {
            given(four, flagged)
                    .when(authorise(whole), HOLDER, on("2025-05-06"))
                    .expectEvents(new SpendAuthorised(
                            item("next"), SELF, whole.stream(), whole.amount(), day("2025-05-06"), null, null, null));
        }
        given(four, flagged, paid("top of it", SELF, line(HEALTH, "60.00")))
                .when(authorise(line(HEALTH, "0.01")), HOLDER, on("2025-05-06"))
                .expectRefusal(new Refusal.InsufficientFunds(money("0.00"), money("0.01"), null));
        given(four, flagged, paid("top of it", SELF, line(HEALTH, "60.01")))
                .when(authorise(line(HEALTH, "0.01")), HOLDER, on("2025-05-06"))
                .expectEvents(new SpendAuthorised(
                        item("next"), SELF, HEALTH, gbp("0.01"), day("2025-05-06"), null, null, null));
    }

    @Test
    void a_notional_deployment_is_overdrawn_beyond_its_entitlement_to_date() {
        // £70.00 a week from Mon 7 Apr: 20.00 are due up to Tue 8 Apr.
        var managed = List.of(opened(), allocated(CARE, "70.00", "2025-04-07"));
        given(managed)
                .when(record(CARE, "20.00", "2025-04-08"), CARE_MANAGER, on("2025-05-06"))
                .expectEvents(spent("spend", DeploymentId.AUTHORITY, CARE, "20.00", "2025-04-08"));
        given(managed)
                .when(record(CARE, "20.01", "2025-04-08"), CARE_MANAGER, on("2025-05-06"))
                .expectEvents(spent("spend", DeploymentId.AUTHORITY, CARE, "20.01", "2025-04-08", SpendFlag.OVERDRAWN));
    }

    @Test
    void a_service_on_a_day_of_a_suspension_is_flagged() {
        var suspension = List.of(
                new PaymentsSuspended(text("In hospital"), day("2025-05-05")),
                new PaymentsResumed(text("Home again"), day("2025-05-12")));
        for (var inside : List.of("2025-05-05", "2025-05-11")) {
            given(WELL_FUNDED, suspension)
                    .when(record(CARE, "40.00", inside), HOLDER, on("2025-05-20"))
                    .expectEvents(spent("spend", SELF, CARE, "40.00", inside, SpendFlag.DURING_SUSPENSION));
        }
        for (var outside : List.of("2025-05-04", "2025-05-12")) {
            given(WELL_FUNDED, suspension)
                    .when(record(CARE, "40.00", outside), HOLDER, on("2025-05-20"))
                    .expectEvents(spent("spend", SELF, CARE, "40.00", outside));
        }
    }

    @Test
    void it_is_the_day_of_the_service_that_counts_and_not_the_day_it_was_paid() {
        var suspension = new PaymentsSuspended(text("In hospital"), day("2025-05-05"));
        var paidLater = with(record(CARE, "40.00", "2025-05-20"), "2025-04-28", "2025-05-04");
        given(WELL_FUNDED, suspension)
                .when(paidLater, HOLDER, on("2025-05-20"))
                .expectEvents(recorded(paidLater, SELF));
        var lastDayInside = with(record(CARE, "40.00", "2025-05-20"), "2025-04-28", "2025-05-05");
        given(WELL_FUNDED, suspension)
                .when(lastDayInside, HOLDER, on("2025-05-20"))
                .expectEvents(recorded(lastDayInside, SELF, SpendFlag.DURING_SUSPENSION));
    }

    @Test
    void a_service_after_the_last_day_is_recorded_and_flagged() {
        given(WELL_FUNDED, withdrawn())
                .when(record(CARE, "40.00", "2025-08-17"), HOLDER, on("2025-09-01"))
                .expectEvents(spent("spend", SELF, CARE, "40.00", "2025-08-17"));
        given(WELL_FUNDED, withdrawn())
                .when(record(CARE, "40.00", "2025-08-18"), HOLDER, on("2025-09-01"))
                .expectEvents(spent("spend", SELF, CARE, "40.00", "2025-08-18", SpendFlag.AFTER_END));
    }

    @Test
    void an_outcome_that_the_plan_does_not_have_is_flagged() {
        var command = said(null, item("another outcome"), List.of(), null, null);
        given(WELL_FUNDED)
                .when(command, HOLDER, on("2025-05-06"))
                .expectEvents(recorded(command, SELF, SpendFlag.OUTSIDE_PLAN));
    }

    @Test
    void what_is_barred_to_a_direct_payment_is_recorded_and_flagged() {
        for (var purchase : Purchase.values()) {
            var command = said(null, null, List.of(), purchase, null);
            given(WELL_FUNDED)
                    .when(command, HOLDER, on("2025-05-06"))
                    .expectEvents(recorded(command, SELF, SpendFlag.BARRED_BY_MODE));
        }
    }

    @Test
    void what_is_barred_to_a_direct_payment_is_not_barred_to_the_authority() {
        var command = said(null, null, List.of(), Purchase.LONG_TERM_RESIDENTIAL_CARE, null);
        given(opened(), allocatedOnce(CARE, "4,800.00", "2025-04-07"))
                .when(command, CARE_MANAGER, on("2025-05-06"))
                .expectEvents(recorded(command, DeploymentId.AUTHORITY));
    }

    @Test
    void a_payment_above_the_agreed_sum_with_one_approver_is_flagged() {
        given(WELL_FUNDED, twoApproversAbove250())
                .when(approvedBy("300.00", person(1)), HOLDER, on("2025-05-06"))
                .expectEvents(recorded(approvedBy("300.00", person(1)), SELF, SpendFlag.APPROVAL_RULE));
    }

    @Test
    void a_payment_at_the_agreed_sum_or_with_two_approvers_is_not_flagged() {
        given(WELL_FUNDED, twoApproversAbove250())
                .when(approvedBy("250.00", person(1)), HOLDER, on("2025-05-06"))
                .expectEvents(recorded(approvedBy("250.00", person(1)), SELF));
        given(WELL_FUNDED, twoApproversAbove250())
                .when(approvedBy("250.01", person(1), person(2)), HOLDER, on("2025-05-06"))
                .expectEvents(recorded(approvedBy("250.01", person(1), person(2)), SELF));
    }

    @Test
    void what_a_person_judges_illegal_is_flagged_with_their_reason() {
        var command = said(null, null, List.of(), null, text("Sold under the counter"));
        given(WELL_FUNDED)
                .when(command, HOLDER, on("2025-05-06"))
                .expectEvents(recorded(command, SELF, SpendFlag.ILLEGAL));
    }

    @Test
    void a_spend_carries_every_flag_that_applies() {
        var command = new RecordSpend(
                COMMAND,
                AMARA,
                entry("spend"),
                SELF,
                CARE,
                gbp("2,000.00"),
                statementLine("line 3"),
                day("2025-08-20"),
                null,
                null,
                null,
                item("another outcome"),
                null,
                null,
                List.of(person(1)),
                Purchase.AUTHORITYS_OWN_SERVICE,
                text("Sold under the counter"));
        given(
                        WELL_FUNDED,
                        twoApproversAbove250(),
                        new PaymentsSuspended(text("In hospital"), day("2025-08-01")),
                        withdrawn())
                .when(command, HOLDER, on("2025-09-01"))
                .expectEvents(recorded(
                        command,
                        SELF,
                        SpendFlag.OVERDRAWN,
                        SpendFlag.DURING_SUSPENSION,
                        SpendFlag.AFTER_END,
                        SpendFlag.OUTSIDE_PLAN,
                        SpendFlag.BARRED_BY_MODE,
                        SpendFlag.APPROVAL_RULE,
                        SpendFlag.ILLEGAL));
    }

    @Test
    void a_spend_does_not_use_up_an_authorisation_that_is_not_there() {
        given(WELL_FUNDED)
                .when(said(item("authorisation"), null, List.of(), null, null), HOLDER, on("2025-05-06"))
                .expectRefusal(Refusal.unknownItem(item("authorisation")));
    }

    @Test
    void a_spend_s_id_names_one_entry() {
        given(WELL_FUNDED, spent("spend", SELF, CARE, "75.00", "2025-05-05"))
                .when(record(CARE, "75.00"), HOLDER, on("2025-05-06"))
                .expectRefusal(Refusal.idInUse(entry("spend")));
    }

    private static AgreementSigned twoApproversAbove250() {
        return new AgreementSigned(
                item("new agreement"),
                SELF,
                day("2025-04-02"),
                day("2025-04-02"),
                null,
                null,
                new ApprovalRule(2, gbp("250.00")));
    }

    private static RecordSpend record(FundingStream stream, String amount) {
        return record(stream, amount, "2025-05-06");
    }

    private static RecordSpend record(FundingStream stream, String amount, String on) {
        return new RecordSpend(
                COMMAND,
                AMARA,
                entry("spend"),
                null,
                stream,
                gbp(amount),
                statementLine("line of spend"),
                day(on),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static RecordSpend with(RecordSpend c, String serviceFrom, String serviceTo) {
        return new RecordSpend(
                c.commandId(),
                c.budgetId(),
                c.spendId(),
                c.deployment(),
                c.stream(),
                c.amount(),
                c.evidence(),
                c.effectiveOn(),
                day(serviceFrom),
                day(serviceTo),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static RecordSpend approvedBy(String amount, PersonRef... approvers) {
        return new RecordSpend(
                COMMAND,
                AMARA,
                entry("spend"),
                null,
                CARE,
                gbp(amount),
                statementLine("line 3"),
                day("2025-05-06"),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(approvers),
                null,
                null);
    }

    private static RecordSpend said(
            @Nullable ItemId authorisation,
            @Nullable ItemId outcome,
            List<PersonRef> approvers,
            @Nullable Purchase purchase,
            @Nullable FreeText illegal) {
        return new RecordSpend(
                COMMAND,
                AMARA,
                entry("spend"),
                null,
                CARE,
                gbp("40.00"),
                statementLine("line 3"),
                day("2025-05-06"),
                null,
                null,
                authorisation,
                outcome,
                null,
                null,
                approvers,
                purchase,
                illegal);
    }

    /** What the command said, as it was recorded; the dates of service were filled in by the command itself. */
    private static SpendRecorded recorded(RecordSpend c, DeploymentId deployment, SpendFlag... flags) {
        return new SpendRecorded(
                c.spendId(),
                deployment,
                c.stream(),
                c.amount(),
                c.evidence(),
                c.effectiveOn(),
                Objects.requireNonNull(c.serviceFrom()),
                Objects.requireNonNull(c.serviceTo()),
                c.authorisationId(),
                c.outcomeId(),
                c.category(),
                c.description(),
                Objects.requireNonNull(c.approvers()),
                c.purchase(),
                c.illegal(),
                List.of(flags));
    }

    private static AuthoriseSpend authorise(PaymentLine line) {
        return new AuthoriseSpend(
                COMMAND, AMARA, item("next"), null, line.stream(), line.amount(), day("2025-05-06"), null, null, null);
    }
}
