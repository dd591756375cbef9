package org.budgetledger.service.budget.scheme;

import static org.budgetledger.service.given.History.allocated;
import static org.budgetledger.service.given.History.deployedToSelf;
import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.History.payeeSet;
import static org.budgetledger.service.given.History.payeeVerified;
import static org.budgetledger.service.given.History.planned;
import static org.budgetledger.service.given.History.signed;
import static org.budgetledger.service.given.History.told;
import static org.budgetledger.service.given.Known.ALLOCATOR;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.BANK;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.NORTHMERE;
import static org.budgetledger.service.given.Known.PACK;
import static org.budgetledger.service.given.Known.PERSON;
import static org.budgetledger.service.given.Known.RELEASER;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.text;
import static org.budgetledger.service.given.Settled.P1;
import static org.budgetledger.service.given.Settled.paidFor;
import static org.budgetledger.service.given.Settled.rate;
import static org.budgetledger.service.given.Settled.release;
import static org.budgetledger.service.given.Settled.sum;

import java.util.List;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.AssessContribution;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.payment.PaymentItem;
import org.budgetledger.api.budget.payment.PaymentLine;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.scheme.AdoptPolicyPack;
import org.budgetledger.api.budget.scheme.ChangePayCycle;
import org.budgetledger.api.budget.scheme.PayCycleChanged;
import org.budgetledger.api.budget.scheme.PolicyPackAdopted;
import org.budgetledger.api.policy.PolicyPackId;
import org.budgetledger.service.given.BudgetScenarios;
import org.budgetledger.service.given.Settled.Days;
import org.junit.jupiter.api.Test;

/** By which rules a budget is decided, and how its periods are counted: R16. */
class SchemeTest extends BudgetScenarios {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;
    private static final PolicyPackId HEALTH_PACK = new PolicyPackId("england-personal-health-budget-2025");
    private static final Days JUNE = new Days("2025-06-01", "2025-06-30", "June 2025");
    private static final Days BRIDGE = new Days("2025-07-01", "2025-07-27", "2025/26 P4 (part)");
    private static final Days P5 = new Days("2025-07-28", "2025-08-24", "2025/26 P5");
    private static final PayCycleChanged TO_FOUR_WEEKLY =
            new PayCycleChanged(PayCycle.FOUR_WEEKLY_2025, day("2025-07-01"), text("As everyone else"));

    @Test
    void a_policy_pack_is_adopted_from_a_day_on() {
        given(opened())
                .when(adopt(HEALTH_PACK, "2025-07-01"), ALLOCATOR, on("2025-06-20"))
                .expectEvents(new PolicyPackAdopted(HEALTH_PACK, day("2025-07-01"), text("The NHS takes over")));
    }

    @Test
    void a_policy_pack_that_nobody_published_is_not_adopted() {
        var unknown = new PolicyPackId("wales-2025");
        given(opened())
                .when(adopt(unknown, "2025-07-01"), ALLOCATOR, on("2025-06-20"))
                .expectRefusal(Refusal.policyPackNotFound(unknown));
    }

    @Test
    void a_policy_pack_is_not_adopted_from_before_an_earlier_adoption() {
        given(opened(), adopted("2025-07-01"))
                .when(adopt(PACK, "2025-06-30"), ALLOCATOR, on("2025-06-20"))
                .expectRefusal("OUT_OF_ORDER");
        given(opened(), adopted("2025-07-01"))
                .when(adopt(PACK, "2025-07-01"), ALLOCATOR, on("2025-06-20"))
                .expectEvents(new PolicyPackAdopted(PACK, day("2025-07-01"), text("The NHS takes over")));
    }

    @Test
    void decisions_rest_on_the_pack_in_force_on_the_day_they_are_taken() {
        var contribution = new AssessContribution(COMMAND, AMARA, CARE, money("10.00"), day("2025-07-07"), null, null);
        given(opened(), adopted("2025-07-01"))
                .when(contribution, ALLOCATOR, on("2025-06-30"))
                .expectEvents(new ContributionAssessed(CARE, money("10.00"), day("2025-07-07"), null, null));
        given(opened(), adopted("2025-07-01"))
                .when(contribution, ALLOCATOR, on("2025-07-01"))
                .expectRefusal(Refusal.contributionNotAllowed(CARE));
    }

    @Test
    void the_pay_cycle_is_changed_from_a_day_on() {
        given(paidMonthly())
                .when(change("2025-07-01"), ALLOCATOR, on("2025-06-20"))
                .expectEvents(TO_FOUR_WEEKLY);
    }

    @Test
    void the_pay_cycle_is_not_changed_from_before_an_earlier_change() {
        given(paidMonthly(), TO_FOUR_WEEKLY)
                .when(change("2025-06-30"), ALLOCATOR, on("2025-06-20"))
                .expectRefusal("OUT_OF_ORDER");
    }

    @Test
    void the_pay_cycle_of_days_that_were_paid_for_stays() {
        given(inControl(), paidFor("P1", P1, "400.00"))
                .when(change("2025-05-04"), ALLOCATOR, on("2025-04-20"))
                .expectRefusal(Refusal.alreadySettled(day("2025-05-04"), day("2025-05-04")));
        given(inControl(), paidFor("P1", P1, "400.00"))
                .when(change("2025-05-05"), ALLOCATOR, on("2025-04-20"))
                .expectEvents(
                        new PayCycleChanged(PayCycle.FOUR_WEEKLY_2025, day("2025-05-05"), text("As everyone else")));
    }

    /** June: 30 days at 100.00 a week; the bridge from 1 July to the end of the four-weekly P4: 27 days; then whole periods. */
    @Test
    void a_change_from_months_to_four_weeks_pays_every_day_once_over_a_bridge() {
        given(paidMonthly(), TO_FOUR_WEEKLY)
                .when(release("June", "2025-06-01", "2025-06-30"), RELEASER, on("2025-05-30"))
                .expectEvents(paid("June", JUNE, "428.57"));
        given(paidMonthly(), TO_FOUR_WEEKLY, paid("June", JUNE, "428.57"))
                .when(release("bridge", "2025-07-01", "2025-07-27"), RELEASER, on("2025-06-27"))
                .expectEvents(paid("bridge", BRIDGE, "385.71"));
        given(paidMonthly(), TO_FOUR_WEEKLY, paid("June", JUNE, "428.57"), paid("bridge", BRIDGE, "385.71"))
                .when(release("P5", "2025-07-28", "2025-08-24"), RELEASER, on("2025-07-25"))
                .expectEvents(paid("P5", P5, "400.00"));
    }

    @Test
    void the_whole_four_weeks_around_a_bridge_would_pay_the_last_of_june_twice() {
        given(paidMonthly(), TO_FOUR_WEEKLY, paid("June", JUNE, "428.57"))
                .when(release("P4", "2025-06-30", "2025-07-27"), RELEASER, on("2025-06-27"))
                .expectRefusal(Refusal.alreadySettled(day("2025-06-30"), day("2025-07-27")));
    }

    /** Released in one go, the two parts of July are lines of their own: 13 and 14 days. */
    @Test
    void a_change_within_a_month_cuts_its_lines_there() {
        var changed = new PayCycleChanged(PayCycle.FOUR_WEEKLY_2025, day("2025-07-14"), text("As everyone else"));
        var first = new Days("2025-07-01", "2025-07-13", "July 2025 (part)");
        var second = new Days("2025-07-14", "2025-07-27", "2025/26 P4 (part)");
        given(paidMonthly(), changed)
                .when(release("July", "2025-07-01", "2025-07-27"), RELEASER, on("2025-06-27"))
                .expectEvents(new PaymentReleased(
                        entry("July"),
                        SELF,
                        BANK,
                        day("2025-07-01"),
                        day("2025-07-27"),
                        List.of(new PaymentLine(CARE, gbp("385.71"))),
                        List.of(item(first, "185.71"), item(second, "200.00")),
                        List.of(sum(CARE, first, "185.71"), sum(CARE, second, "200.00")),
                        List.of(),
                        null,
                        day("2025-06-28")));
    }

    private static PaymentItem item(Days days, String amount) {
        return rate(CARE, days.from(), days.to(), "100.00", amount);
    }

    private static PaymentReleased paid(String payment, Days days, String amount) {
        return new PaymentReleased(
                entry(payment),
                SELF,
                BANK,
                day(days.from()),
                day(days.to()),
                List.of(new PaymentLine(CARE, gbp(amount))),
                List.of(item(days, amount)),
                List.of(sum(CARE, days, amount)),
                List.of(),
                null,
                day(days.from()).minusDays(3));
    }

    private static List<BudgetEvent> paidMonthly() {
        return List.of(
                new BudgetOpened(AMARA, NORTHMERE, PERSON, PACK, PayCycle.CALENDAR_MONTHS, day("2025-04-01")),
                allocated(CARE, "100.00", "2025-06-01"),
                told(),
                planned(),
                deployedToSelf(),
                signed(SELF, "2025-04-01"),
                payeeSet(SELF),
                payeeVerified(SELF));
    }

    private static AdoptPolicyPack adopt(PolicyPackId pack, String from) {
        return new AdoptPolicyPack(COMMAND, AMARA, pack, day(from), text("The NHS takes over"));
    }

    private static PolicyPackAdopted adopted(String from) {
        return new PolicyPackAdopted(HEALTH_PACK, day(from), text("The NHS takes over"));
    }

    private static ChangePayCycle change(String from) {
        return new ChangePayCycle(COMMAND, AMARA, PayCycle.FOUR_WEEKLY_2025, day(from), text("As everyone else"));
    }
}
