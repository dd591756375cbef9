package org.budgetledger.service.budget.allocation;

import static org.budgetledger.service.given.History.allocated;
import static org.budgetledger.service.given.History.allocatedOnce;
import static org.budgetledger.service.given.History.deployedToSelf;
import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.Known.ALLOCATOR;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.BANK;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.text;
import static org.budgetledger.service.given.Settled.P1;
import static org.budgetledger.service.given.Settled.P2;
import static org.budgetledger.service.given.Settled.arrears;
import static org.budgetledger.service.given.Settled.arrearsBefore;
import static org.budgetledger.service.given.Settled.line;
import static org.budgetledger.service.given.Settled.overpaid;
import static org.budgetledger.service.given.Settled.paidFor;
import static org.budgetledger.service.given.Settled.sum;

import java.util.List;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.allocation.AssessContribution;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.allocation.ReviseAllocation;
import org.budgetledger.api.budget.entitlement.AdjustmentCause;
import org.budgetledger.api.budget.payment.PaymentLine;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.service.given.BudgetScenarios;
import org.budgetledger.service.given.Settled.Days;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A sum that changes, in the past too: E6, R16. */
class RevisionTest extends BudgetScenarios {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;
    private static final Days BEFORE_APRIL = new Days("2026-03-09", "2026-03-31", "2025/26 P13");
    private static final Days FROM_APRIL = new Days("2026-04-01", "2026-04-05", "2025/26 P13");
    private static final Days NEXT_P1 = new Days("2026-04-06", "2026-05-03", "2026/27 P1");
    private static final Days NEXT_P2 = new Days("2026-05-04", "2026-05-31", "2026/27 P2");

    @Test
    void an_uplift_backdated_to_april_makes_arrears_line_by_line() {
        given(opened(), allocated(CARE, "325.80", "2025-04-07"), deployedToSelf(), e6Paid())
                .when(revise("342.00", "2026-04-01", null), ALLOCATOR, on("2026-05-29"))
                .expectEvents(
                        revised("342.00", "325.80", "2026-04-01", null),
                        arrears(
                                CARE,
                                AdjustmentCause.ALLOCATION_CHANGED,
                                "141.18",
                                "2026-05-29",
                                line("P13", FROM_APRIL, "232.71", "244.29", "11.58"),
                                line("P1", NEXT_P1, "1,303.20", "1,368.00", "64.80"),
                                line("P2", NEXT_P2, "1,303.20", "1,368.00", "64.80")));
    }

    @Test
    void a_rate_that_is_lowered_in_the_past_makes_an_overpayment() {
        // P1: two weeks at 100.00 and two at 80.00 are 360.00, and 400.00 was paid.
        given(inControl(), paidFor("P1", P1, "400.00"))
                .when(revise("80.00", "2025-04-21", null), ALLOCATOR, on("2025-05-01"))
                .expectEvents(
                        revised("80.00", "100.00", "2025-04-21", null),
                        overpaid(
                                CARE,
                                AdjustmentCause.ALLOCATION_CHANGED,
                                "40.00",
                                "2025-05-01",
                                line("P1", P1, "400.00", "360.00", "40.00")));
    }

    @Test
    void the_later_of_two_uplifts_that_overlap_holds_and_only_the_rest_is_arrears() {
        // First 110.00 from 7 Apr (440.00 for P1: 40.00 more), then 120.00 from 21 Apr on: 220.00 + 240.00 = 460.00.
        given(
                        inControl(),
                        paidFor("P1", P1, "400.00"),
                        new AllocationRevised(
                                item("first"),
                                CARE,
                                money("110.00"),
                                null,
                                null,
                                money("100.00"),
                                day("2025-04-07"),
                                null,
                                text("Wages went up"),
                                null),
                        arrearsBefore(
                                "arrears", CARE, "40.00", "2025-05-05", line("P1", P1, "400.00", "440.00", "40.00")))
                .when(revise("120.00", "2025-04-21", null), ALLOCATOR, on("2025-05-12"))
                .expectEvents(
                        revised("120.00", "110.00", "2025-04-21", null),
                        arrears(
                                CARE,
                                AdjustmentCause.ALLOCATION_CHANGED,
                                "20.00",
                                "2025-05-12",
                                line("P1", P1, "440.00", "460.00", "20.00")));
    }

    @Test
    void one_change_can_make_arrears_in_two_periods_on_the_days_it_names_only() {
        // 107.00 from 28 Apr to 11 May: one week of P1 and one of P2, 7.00 more each.
        given(inControl(), paidFor("P1", P1, "400.00"), paidFor("P2", P2, "400.00"))
                .when(revise("107.00", "2025-04-28", "2025-05-11"), ALLOCATOR, on("2025-06-02"))
                .expectEvents(
                        revised("107.00", "100.00", "2025-04-28", "2025-05-11"),
                        arrears(
                                CARE,
                                AdjustmentCause.ALLOCATION_CHANGED,
                                "14.00",
                                "2025-06-02",
                                line("P1", P1, "400.00", "407.00", "7.00"),
                                line("P2", P2, "400.00", "407.00", "7.00")));
    }

    @Test
    void a_change_of_days_that_were_not_paid_for_owes_nothing() {
        given(inControl(), paidFor("P1", P1, "400.00"))
                .when(revise("120.00", "2025-05-05", null), ALLOCATOR, on("2025-05-02"))
                .expectEvents(revised("120.00", "100.00", "2025-05-05", null));
    }

    @Test
    void a_rate_may_be_revised_to_nothing() {
        given(opened(), allocated(CARE, "100.00", "2025-04-07"))
                .when(revise("0.00", "2025-06-02", null), ALLOCATOR, on("2025-05-02"))
                .expectEvents(revised("0.00", "100.00", "2025-06-02", null));
    }

    @Test
    void a_stream_without_a_rate_on_the_first_day_has_nothing_to_revise() {
        given(opened(), allocated(CARE, "100.00", "2025-04-07"))
                .when(revise("120.00", "2025-04-06", null), ALLOCATOR, on("2025-05-02"))
                .expectRefusal("NOTHING_TO_REVISE");
        given(opened(), allocated(FundingStream.HEALTH, "100.00", "2025-04-07"))
                .when(revise("120.00", "2025-04-07", null), ALLOCATOR, on("2025-05-02"))
                .expectRefusal("NOTHING_TO_REVISE");
    }

    @Test
    void a_revision_that_changes_no_day_is_none() {
        given(opened(), allocated(CARE, "100.00", "2025-04-07"))
                .when(revise("100.00", "2025-04-21", null), ALLOCATOR, on("2025-05-02"))
                .expectRefusal(Refusal.nothingChanges());
    }

    @Test
    void a_revision_that_changes_one_of_its_days_is_one() {
        given(
                        opened(),
                        allocated(CARE, "100.00", "2025-04-07"),
                        new AllocationRevised(
                                item("later"),
                                CARE,
                                money("120.00"),
                                null,
                                null,
                                money("100.00"),
                                day("2025-06-02"),
                                null,
                                text("Wages went up"),
                                null))
                .when(revise("100.00", "2025-04-21", "2025-06-02"), ALLOCATOR, on("2025-05-02"))
                .expectEvents(revised("100.00", "100.00", "2025-04-21", "2025-06-02"));
    }

    @Test
    void a_one_off_sum_is_revised_by_its_name() {
        given(opened(), allocatedOnce(FundingStream.HEALTH, "4,800.00", "2025-05-05"))
                .when(reviseOnce(FundingStream.HEALTH, "5,000.00", "2025-05-05"), ALLOCATOR, on("2025-05-02"))
                .expectEvents(new AllocationRevised(
                        item("revision"),
                        FundingStream.HEALTH,
                        null,
                        money("5,000.00"),
                        item("once for HEALTH"),
                        money("4,800.00"),
                        day("2025-05-05"),
                        null,
                        text("Wages went up"),
                        null));
    }

    @Test
    void a_one_off_sum_that_is_not_on_that_stream_is_not_revised() {
        given(opened(), allocatedOnce(FundingStream.HEALTH, "4,800.00", "2025-05-05"))
                .when(
                        new ReviseAllocation(
                                COMMAND,
                                AMARA,
                                item("revision"),
                                CARE,
                                null,
                                money("5,000.00"),
                                item("once for HEALTH"),
                                day("2025-05-05"),
                                null,
                                text("Wages went up"),
                                null),
                        ALLOCATOR,
                        on("2025-05-02"))
                .expectRefusal("NOTHING_TO_REVISE");
    }

    @Test
    void a_one_off_sum_that_stays_the_same_is_not_revised() {
        given(opened(), allocatedOnce(FundingStream.HEALTH, "4,800.00", "2025-05-05"))
                .when(reviseOnce(FundingStream.HEALTH, "4,800.00", "2025-05-05"), ALLOCATOR, on("2025-05-02"))
                .expectRefusal(Refusal.nothingChanges());
    }

    @Test
    void a_one_off_sum_moved_out_of_a_paid_period_is_overpaid_there() {
        var paid = paidFor("P1", FundingStream.HEALTH, P1, "4,800.00");
        given(opened(), allocatedOnce(FundingStream.HEALTH, "4,800.00", "2025-04-28"), deployedToSelf(), paid)
                .when(reviseOnce(FundingStream.HEALTH, "4,800.00", "2025-05-12"), ALLOCATOR, on("2025-05-02"))
                .expectEvents(
                        new AllocationRevised(
                                item("revision"),
                                FundingStream.HEALTH,
                                null,
                                money("4,800.00"),
                                item("once for HEALTH"),
                                money("4,800.00"),
                                day("2025-05-12"),
                                null,
                                text("Wages went up"),
                                null),
                        overpaid(
                                FundingStream.HEALTH,
                                AdjustmentCause.ALLOCATION_CHANGED,
                                "4,800.00",
                                "2025-05-02",
                                line("P1", FundingStream.HEALTH, P1, "4,800.00", "0.00", "4,800.00")));
    }

    @Test
    void a_revision_s_id_names_one_version() {
        given(opened(), revisedBefore())
                .when(revise("130.00", "2025-06-02", null), ALLOCATOR, on("2025-05-02"))
                .expectRefusal(Refusal.idInUse(item("revision")));
    }

    @Test
    void a_contribution_reassessed_in_the_past_makes_an_overpayment_of_what_was_paid() {
        // 43.27 over four weeks: 173.08 off 400.00.
        given(inControl(), paidFor("P1", P1, "400.00"))
                .when(contribution("43.27"), ALLOCATOR, on("2025-05-02"))
                .expectEvents(
                        new ContributionAssessed(CARE, money("43.27"), day("2025-04-07"), null, text("Pension")),
                        overpaid(
                                CARE,
                                AdjustmentCause.CONTRIBUTION_ASSESSED,
                                "173.08",
                                "2025-05-02",
                                line("P1", P1, "400.00", "226.92", "173.08")));
    }

    @Test
    void a_contribution_lowered_in_the_past_makes_arrears() {
        // 20.00 a week less than 43.27: 93.08 off in place of 173.08.
        given(
                        inControl(),
                        new ContributionAssessed(CARE, money("43.27"), day("2025-04-07"), null, text("Pension")),
                        paidFor("P1", P1, "226.92"))
                .when(contribution("23.27"), ALLOCATOR, on("2025-05-02"))
                .expectEvents(
                        new ContributionAssessed(CARE, money("23.27"), day("2025-04-07"), null, text("Pension")),
                        arrears(
                                CARE,
                                AdjustmentCause.CONTRIBUTION_ASSESSED,
                                "80.00",
                                "2025-05-02",
                                line("P1", P1, "226.92", "306.92", "80.00")));
    }

    /** 1,303.20 for each period; of P13, 23 days in 2025/26 and 5 days in 2026/27. */
    private static List<PaymentReleased> e6Paid() {
        return List.of(
                new PaymentReleased(
                        entry("P13"),
                        SELF,
                        BANK,
                        day("2026-03-09"),
                        day("2026-04-05"),
                        List.of(new PaymentLine(CARE, gbp("1,303.20"))),
                        null,
                        List.of(sum(CARE, BEFORE_APRIL, "1,070.49"), sum(CARE, FROM_APRIL, "232.71")),
                        null,
                        null,
                        day("2026-03-06")),
                paidFor("P1", NEXT_P1, "1,303.20"),
                paidFor("P2", NEXT_P2, "1,303.20"));
    }

    private static ReviseAllocation revise(String weekly, String from, @Nullable String to) {
        return new ReviseAllocation(
                COMMAND,
                AMARA,
                item("revision"),
                CARE,
                money(weekly),
                null,
                null,
                day(from),
                to == null ? null : day(to),
                text("Wages went up"),
                item("April uplift"));
    }

    private static ReviseAllocation reviseOnce(FundingStream stream, String sum, String on) {
        return new ReviseAllocation(
                COMMAND,
                AMARA,
                item("revision"),
                stream,
                null,
                money(sum),
                item("once for " + stream),
                day(on),
                null,
                text("Wages went up"),
                null);
    }

    private static AllocationRevised revised(String weekly, String was, String from, @Nullable String to) {
        return new AllocationRevised(
                item("revision"),
                CARE,
                money(weekly),
                null,
                null,
                money(was),
                day(from),
                to == null ? null : day(to),
                text("Wages went up"),
                item("April uplift"));
    }

    private static List<Object> revisedBefore() {
        return List.of(allocated(CARE, "100.00", "2025-04-07"), revised("120.00", "100.00", "2025-04-21", null));
    }

    private static AssessContribution contribution(String weekly) {
        return new AssessContribution(COMMAND, AMARA, CARE, money(weekly), day("2025-04-07"), null, text("Pension"));
    }
}
