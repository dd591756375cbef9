package org.budgetledger.service.budget.allocation;

import static org.budgetledger.service.given.History.allocated;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.Known.ALLOCATOR;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.NORTHMERE;
import static org.budgetledger.service.given.Known.PERSON;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.text;

import org.budgetledger.api.FundingStream;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.Reference;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.allocation.AllocateBudget;
import org.budgetledger.api.budget.allocation.AllocationNotified;
import org.budgetledger.api.budget.allocation.AssessContribution;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.allocation.IndicativeAllocationCalculated;
import org.budgetledger.api.budget.allocation.NotifyAllocation;
import org.budgetledger.api.budget.allocation.OpenBudget;
import org.budgetledger.api.budget.allocation.RecordRasResult;
import org.budgetledger.api.policy.PolicyPackId;
import org.budgetledger.service.given.BudgetScenarios;
import org.budgetledger.service.given.Known;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Being told the sum: E1, R6, R7, R14, R16. */
class AllocationTest extends BudgetScenarios {
    private static final Reference RAS_2025 = new Reference("RAS 2025/26");
    private static final IndicativeAllocationCalculated INDICATIVE = new IndicativeAllocationCalculated(
            item("result"), FundingStream.SOCIAL_CARE, 50, gbp("255.00"), RAS_2025, day("2025-04-07"));

    @Test
    void a_budget_is_opened_with_the_authority_of_who_opens_it() {
        given().when(new OpenBudget(COMMAND, AMARA, PERSON, null, null, day("2025-04-01")), ALLOCATOR, on("2025-04-01"))
                .expectEvents(new BudgetOpened(
                        AMARA, NORTHMERE, PERSON, Known.PACK, PayCycle.FOUR_WEEKLY_2025, day("2025-04-01")));
    }

    @Test
    void a_budget_is_opened_once() {
        given(opened())
                .when(
                        new OpenBudget(COMMAND, AMARA, PERSON, null, null, day("2025-04-02")),
                        ALLOCATOR,
                        on("2025-04-02"))
                .expectRefusal(Refusal.alreadyOpen(AMARA));
    }

    @Test
    void a_budget_is_opened_under_a_pack_and_a_pay_cycle_of_its_own() {
        var pack = new PolicyPackId("scotland-self-directed-support-2025");
        given().when(
                        new OpenBudget(COMMAND, AMARA, PERSON, pack, PayCycle.CALENDAR_MONTHS, day("2025-04-01")),
                        ALLOCATOR,
                        on("2025-04-01"))
                .expectEvents(
                        new BudgetOpened(AMARA, NORTHMERE, PERSON, pack, PayCycle.CALENDAR_MONTHS, day("2025-04-01")));
    }

    @Test
    void a_budget_is_not_opened_under_a_pack_that_nobody_published() {
        var unknown = new PolicyPackId("wales-2025");
        given().when(
                        new OpenBudget(COMMAND, AMARA, PERSON, unknown, null, day("2025-04-01")),
                        ALLOCATOR,
                        on("2025-04-01"))
                .expectRefusal(Refusal.policyPackNotFound(unknown));
    }

    @Test
    void fifty_points_make_an_indicative_sum() {
        given(opened()).when(rasResult(), ALLOCATOR, on("2025-04-07")).expectEvents(INDICATIVE);
    }

    @Test
    void an_indicative_sum_is_never_overwritten() {
        given(opened(), INDICATIVE)
                .when(rasResult(), ALLOCATOR, on("2025-04-08"))
                .expectRefusal(Refusal.idInUse(item("result")));
    }

    @Test
    void an_agreed_sum_that_differs_from_the_indicative_one_carries_its_reason_and_both_sums() {
        given(opened(), INDICATIVE)
                .when(weekly("260.00", "2025-04-16", null, "Nights cost more"), ALLOCATOR, on("2025-04-14"))
                .expectEvents(new BudgetAllocated(
                        item("allocation"),
                        FundingStream.SOCIAL_CARE,
                        gbp("260.00"),
                        null,
                        gbp("255.00"),
                        day("2025-04-16"),
                        null,
                        text("Nights cost more")));
    }

    @Test
    void an_agreed_sum_that_differs_from_the_indicative_one_is_refused_without_a_reason() {
        given(opened(), INDICATIVE)
                .when(weekly("260.00", "2025-04-16", null, null), ALLOCATOR, on("2025-04-14"))
                .expectRefusal(Refusal.reasonRequired());
    }

    @Test
    void an_agreed_sum_that_is_the_indicative_one_needs_no_reason() {
        given(opened(), INDICATIVE)
                .when(weekly("255.00", "2025-04-16", null, null), ALLOCATOR, on("2025-04-14"))
                .expectEvents(rate("255.00", "255.00", "2025-04-16", null));
    }

    @Test
    void an_agreed_sum_is_held_against_the_latest_indicative_one() {
        var later = new IndicativeAllocationCalculated(
                item("second result"), FundingStream.SOCIAL_CARE, 51, gbp("260.00"), RAS_2025, day("2025-04-10"));
        given(opened(), INDICATIVE, later)
                .when(weekly("255.00", "2025-04-16", null, null), ALLOCATOR, on("2025-04-14"))
                .expectRefusal("REASON_REQUIRED");
        given(opened(), INDICATIVE, later)
                .when(weekly("260.00", "2025-04-16", null, null), ALLOCATOR, on("2025-04-14"))
                .expectEvents(rate("260.00", "260.00", "2025-04-16", null));
    }

    @Test
    void a_sum_needs_no_reason_where_no_assessment_gave_an_indicative_one() {
        given(opened())
                .when(weekly("260.00", "2025-04-16", "2026-04-05", null), ALLOCATOR, on("2025-04-14"))
                .expectEvents(rate("260.00", null, "2025-04-16", "2026-04-05"));
    }

    @Test
    void a_one_off_sum_is_not_held_against_a_weekly_one() {
        given(opened(), INDICATIVE)
                .when(
                        new AllocateBudget(
                                COMMAND,
                                AMARA,
                                item("allocation"),
                                FundingStream.SOCIAL_CARE,
                                null,
                                gbp("4,800.00"),
                                day("2025-05-05"),
                                null,
                                null),
                        ALLOCATOR,
                        on("2025-04-14"))
                .expectEvents(new BudgetAllocated(
                        item("allocation"),
                        FundingStream.SOCIAL_CARE,
                        null,
                        gbp("4,800.00"),
                        gbp("255.00"),
                        day("2025-05-05"),
                        null,
                        null));
    }

    @Test
    void no_day_has_two_rates() {
        given(opened(), allocated(FundingStream.SOCIAL_CARE, "260.00", "2025-04-16"))
                .when(weekly("270.00", "2026-04-01", null, null), ALLOCATOR, on("2025-05-29"))
                .expectRefusal(Refusal.allocationOverlaps(day("2026-04-01")));
    }

    @Test
    void a_rate_that_ends_on_the_first_day_of_another_overlaps_on_that_day() {
        given(opened(), allocated(FundingStream.SOCIAL_CARE, "260.00", "2025-04-16"))
                .when(weekly("250.00", "2025-04-07", "2025-04-16", null), ALLOCATOR, on("2025-05-29"))
                .expectRefusal(Refusal.allocationOverlaps(day("2025-04-16")));
    }

    @Test
    void a_rate_may_end_on_the_day_before_another_begins() {
        given(opened(), allocated(FundingStream.SOCIAL_CARE, "260.00", "2025-04-16"))
                .when(weekly("250.00", "2025-04-07", "2025-04-15", null), ALLOCATOR, on("2025-05-29"))
                .expectEvents(rate("250.00", null, "2025-04-07", "2025-04-15"));
    }

    @Test
    void streams_have_their_own_rates() {
        given(opened(), allocated(FundingStream.HEALTH, "90.00", "2025-04-07"))
                .when(weekly("260.00", "2025-04-07", null, null), ALLOCATOR, on("2025-05-29"))
                .expectEvents(rate("260.00", null, "2025-04-07", null));
    }

    @Test
    void an_allocation_s_id_names_one_allocation() {
        given(opened(), rate("250.00", null, "2025-04-07", "2025-04-15"))
                .when(weekly("260.00", "2025-04-16", null, null), ALLOCATOR, on("2025-04-14"))
                .expectRefusal(Refusal.idInUse(item("allocation")));
    }

    @Test
    void a_person_is_told_the_sum() {
        given(opened(), allocated(FundingStream.SOCIAL_CARE, "260.00", "2025-04-16"))
                .when(
                        new NotifyAllocation(COMMAND, AMARA, day("2025-04-14"), text("By letter")),
                        ALLOCATOR,
                        on("2025-04-14"))
                .expectEvents(new AllocationNotified(day("2025-04-14"), text("By letter")));
    }

    @Test
    void nobody_is_told_a_sum_before_there_is_one() {
        given(opened(), INDICATIVE)
                .when(new NotifyAllocation(COMMAND, AMARA, day("2025-04-14"), null), ALLOCATOR, on("2025-04-14"))
                .expectRefusal(Refusal.nothingAllocated());
    }

    @Test
    void a_contribution_is_assessed_on_social_care() {
        given(opened())
                .when(contribution(FundingStream.SOCIAL_CARE, "43.27"), ALLOCATOR, on("2025-04-14"))
                .expectEvents(new ContributionAssessed(
                        FundingStream.SOCIAL_CARE, money("43.27"), day("2025-04-16"), null, text("Pension")));
    }

    @Test
    void nothing_to_pay_is_a_decision_too() {
        given(opened())
                .when(contribution(FundingStream.SOCIAL_CARE, "0.00"), ALLOCATOR, on("2025-04-14"))
                .expectEvents(new ContributionAssessed(
                        FundingStream.SOCIAL_CARE, money("0.00"), day("2025-04-16"), null, text("Pension")));
    }

    @Test
    void nobody_contributes_to_health() {
        given(opened())
                .when(contribution(FundingStream.HEALTH, "43.27"), ALLOCATOR, on("2025-04-14"))
                .expectRefusal(Refusal.contributionNotAllowed(FundingStream.HEALTH));
    }

    private static RecordRasResult rasResult() {
        return new RecordRasResult(
                COMMAND,
                AMARA,
                item("result"),
                FundingStream.SOCIAL_CARE,
                50,
                gbp("255.00"),
                RAS_2025,
                day("2025-04-07"));
    }

    private static AllocateBudget weekly(String weekly, String from, @Nullable String to, @Nullable String reason) {
        return new AllocateBudget(
                COMMAND,
                AMARA,
                item("allocation"),
                FundingStream.SOCIAL_CARE,
                gbp(weekly),
                null,
                day(from),
                to == null ? null : day(to),
                reason == null ? null : text(reason));
    }

    private static BudgetAllocated rate(String weekly, @Nullable String indicative, String from, @Nullable String to) {
        return new BudgetAllocated(
                item("allocation"),
                FundingStream.SOCIAL_CARE,
                gbp(weekly),
                null,
                indicative == null ? null : gbp(indicative),
                day(from),
                to == null ? null : day(to),
                null);
    }

    private static AssessContribution contribution(FundingStream stream, String weekly) {
        return new AssessContribution(COMMAND, AMARA, stream, money(weekly), day("2025-04-16"), null, text("Pension"));
    }
}
