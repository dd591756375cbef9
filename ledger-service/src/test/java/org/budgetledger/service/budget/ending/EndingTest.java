package org.budgetledger.service.budget.ending;

import static org.budgetledger.service.given.History.allocated;
import static org.budgetledger.service.given.History.deployedToSelf;
import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.History.spent;
import static org.budgetledger.service.given.History.withdrawn;
import static org.budgetledger.service.given.Known.ALLOCATOR;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.CARE_MANAGER;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.pool;
import static org.budgetledger.service.given.Known.statementLine;
import static org.budgetledger.service.given.Known.text;
import static org.budgetledger.service.given.Settled.P1;
import static org.budgetledger.service.given.Settled.P2;
import static org.budgetledger.service.given.Settled.arrears;
import static org.budgetledger.service.given.Settled.arrearsBefore;
import static org.budgetledger.service.given.Settled.line;
import static org.budgetledger.service.given.Settled.overpaid;
import static org.budgetledger.service.given.Settled.overpaidBefore;
import static org.budgetledger.service.given.Settled.paidFor;

import java.util.List;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.AllocateBudget;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.challenge.ChallengedDecision;
import org.budgetledger.api.budget.challenge.DecisionChallenged;
import org.budgetledger.api.budget.earmark.EarmarkPurpose;
import org.budgetledger.api.budget.earmark.EarmarkSet;
import org.budgetledger.api.budget.ending.BudgetClosed;
import org.budgetledger.api.budget.ending.CloseBudget;
import org.budgetledger.api.budget.ending.DeathRecorded;
import org.budgetledger.api.budget.ending.OpenMatter;
import org.budgetledger.api.budget.ending.RecordDeath;
import org.budgetledger.api.budget.entitlement.AdjustmentCause;
import org.budgetledger.api.budget.payment.ContributionReceived;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.Holding;
import org.budgetledger.api.budget.payment.InterestReceived;
import org.budgetledger.api.budget.payment.RecordInterest;
import org.budgetledger.api.budget.pooling.ContributedToPool;
import org.budgetledger.api.budget.pooling.LeftPool;
import org.budgetledger.api.budget.spending.SpendAuthorised;
import org.budgetledger.api.budget.spending.SpendQueried;
import org.budgetledger.service.given.BudgetScenarios;
import org.junit.jupiter.api.Test;

/** Death, and closing: R22, R28. */
class EndingTest extends BudgetScenarios {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;
    private static final FundingStream HEALTH = FundingStream.HEALTH;

    /** 19 days of P1 at 100.00 a week are 271.43, the day of death among them. */
    @Test
    void a_death_in_mid_period_leaves_what_was_paid_for_the_days_after_it_as_an_overpayment() {
        given(inControl(), paidFor("P1", P1, "400.00"))
                .when(died("2025-04-25", "2025-05-12"), CARE_MANAGER, on("2025-05-12"))
                .expectEvents(
                        dead("2025-04-25", "2025-05-12"),
                        overpaid(
                                CARE,
                                AdjustmentCause.DEATH_RECORDED,
                                "128.57",
                                "2025-05-12",
                                line("P1", P1, "400.00", "271.43", "128.57")));
    }

    @Test
    void periods_paid_after_the_death_are_overpaid_whole() {
        given(inControl(), paidFor("P1", P1, "400.00"), paidFor("P2", P2, "400.00"))
                .when(died("2025-05-04", "2025-06-12"), CARE_MANAGER, on("2025-06-12"))
                .expectEvents(
                        dead("2025-05-04", "2025-06-12"),
                        overpaid(
                                CARE,
                                AdjustmentCause.DEATH_RECORDED,
                                "400.00",
                                "2025-06-12",
                                line("P2", P2, "400.00", "0.00", "400.00")));
    }

    /** 24 days are 342.86: 71.43 more than with the first date. */
    @Test
    void a_date_of_death_that_was_wrong_is_put_right_and_what_it_took_too_much_is_owed_again() {
        given(
                        inControl(),
                        paidFor("P1", P1, "400.00"),
                        dead("2025-04-25", "2025-05-12"),
                        overpaidBefore(
                                "overpaid", CARE, "128.57", "2025-05-12", line("P1", P1, "400.00", "271.43", "128.57")))
                .when(died("2025-04-30", "2025-05-13"), CARE_MANAGER, on("2025-05-13"))
                .expectEvents(
                        dead("2025-04-30", "2025-05-13"),
                        arrears(
                                CARE,
                                AdjustmentCause.DEATH_RECORDED,
                                "71.43",
                                "2025-05-13",
                                line("P1", P1, "271.43", "342.86", "71.43")));
    }

    @Test
    void the_same_date_of_death_is_recorded_once() {
        given(inControl(), dead("2025-04-25", "2025-05-12"))
                .when(died("2025-04-25", "2025-05-13"), CARE_MANAGER, on("2025-05-13"))
                .expectRefusal("ALREADY_DONE");
    }

    @Test
    void a_budget_at_zero_with_nothing_open_is_closed() {
        given(spentWhole())
                .when(close("2025-05-04"), CARE_MANAGER, on("2025-06-02"))
                .expectEvents(new BudgetClosed(text("Moved away"), day("2025-05-04"), day("2025-05-04")));
    }

    @Test
    void a_budget_that_ended_before_keeps_its_last_day_when_it_is_closed() {
        given(opened(), withdrawn())
                .when(close("2025-10-01"), CARE_MANAGER, on("2025-10-01"))
                .expectEvents(new BudgetClosed(text("Moved away"), day("2025-08-17"), day("2025-10-01")));
    }

    @Test
    void a_budget_is_not_closed_before_days_that_were_paid_for() {
        given(spentWhole())
                .when(close("2025-04-30"), CARE_MANAGER, on("2025-06-02"))
                .expectRefusal(Refusal.alreadySettled(day("2025-05-01"), day("2025-05-04")));
    }

    @Test
    void money_that_is_held_keeps_a_budget_open_and_so_does_an_overspend() {
        given(inControl(), paidFor("P1", P1, "400.00"))
                .when(close("2025-05-04"), CARE_MANAGER, on("2025-06-02"))
                .expectRefusal(stillOpen(OpenMatter.BALANCE));
        given(spentWhole(), spent("more", SELF, CARE, "0.01", "2025-05-01"))
                .when(close("2025-05-04"), CARE_MANAGER, on("2025-06-02"))
                .expectRefusal(stillOpen(OpenMatter.BALANCE));
    }

    @Test
    void what_the_authority_manages_has_no_money_to_bring_to_zero() {
        given(opened(), allocated(CARE, "100.00", "2025-04-07"))
                .when(close("2025-05-04"), CARE_MANAGER, on("2025-06-02"))
                .expectEvents(new BudgetClosed(text("Moved away"), day("2025-05-04"), day("2025-05-04")));
    }

    /** Everything at once, so that each is named and none hides another. */
    @Test
    void everything_that_is_open_is_named() {
        given(
                        inControl(),
                        paidFor("P1", P1, "400.00"),
                        new EarmarkSet(
                                item("tax"), SELF, CARE, gbp("10.00"), EarmarkPurpose.TAX, null, day("2025-04-10")),
                        new SpendAuthorised(
                                item("authorisation"), SELF, CARE, gbp("20.00"), day("2025-04-10"), null, null, null),
                        new CreditReceived(
                                entry("credit"),
                                SELF,
                                CARE,
                                gbp("5.00"),
                                Holding.SUSPENSE,
                                null,
                                null,
                                statementLine("credit"),
                                day("2025-04-10")),
                        spent("spend", SELF, CARE, "30.00", "2025-04-12"),
                        new SpendQueried(entry("spend"), text("What was it for?"), false, day("2025-04-20")),
                        new DecisionChallenged(
                                item("challenge"), ChallengedDecision.SUM, text("Too little"), day("2025-04-20")),
                        new ContributedToPool(
                                pool("art class"), entry("to the pool"), SELF, CARE, gbp("60.00"), day("2025-04-22")),
                        revised(),
                        arrearsBefore(
                                "arrears", CARE, "28.00", "2025-05-05", line("P1", P1, "400.00", "428.00", "28.00")),
                        paidFor("P2 health", HEALTH, P2, "5.00"),
                        overpaidBefore(
                                "overpaid",
                                HEALTH,
                                "5.00",
                                "2025-05-05",
                                line("P2 health", HEALTH, P2, "5.00", "0.00", "5.00")))
                .when(close("2025-06-02"), CARE_MANAGER, on("2025-06-02"))
                .expectRefusal(stillOpen(OpenMatter.values()));
    }

    @Test
    void contributions_that_were_not_paid_keep_a_budget_open() {
        // 100.00 − 10.00 a week: 360.00 for P1, of which the person has paid nothing, then 40.00.
        var assessed = new ContributionAssessed(CARE, money("10.00"), day("2025-04-07"), null, null);
        var history = List.<BudgetEvent>of(
                opened(),
                allocated(CARE, "100.00", "2025-04-07"),
                assessed,
                deployedToSelf(),
                paidFor("P1", P1, "360.00"),
                spent("spend", SELF, CARE, "360.00", "2025-04-30"));
        given(history)
                .when(close("2025-05-04"), CARE_MANAGER, on("2025-06-02"))
                .expectRefusal(stillOpen(OpenMatter.DEBTS));
        given(
                        history,
                        new ContributionReceived(
                                entry("contribution"),
                                SELF,
                                CARE,
                                gbp("40.00"),
                                statementLine("paid in"),
                                day("2025-05-01")),
                        spent("the rest", SELF, CARE, "40.00", "2025-05-02"))
                .when(close("2025-05-04"), CARE_MANAGER, on("2025-06-02"))
                .expectEvents(new BudgetClosed(text("Moved away"), day("2025-05-04"), day("2025-05-04")));
    }

    @Test
    void a_pool_that_was_left_with_nothing_does_not_keep_a_budget_open() {
        var inPool = new ContributedToPool(
                pool("art class"), entry("to the pool"), SELF, CARE, gbp("400.00"), day("2025-04-22"));
        given(inControl(), paidFor("P1", P1, "400.00"), inPool)
                .when(close("2025-05-04"), CARE_MANAGER, on("2025-06-02"))
                .expectRefusal(stillOpen(OpenMatter.POOLS));
        given(inControl(), paidFor("P1", P1, "400.00"), inPool, new LeftPool(pool("art class"), day("2025-05-31")))
                .when(close("2025-05-04"), CARE_MANAGER, on("2025-06-02"))
                .expectEvents(new BudgetClosed(text("Moved away"), day("2025-05-04"), day("2025-05-04")));
    }

    @Test
    void nothing_new_is_decided_on_a_closed_budget() {
        given(spentWhole(), closed())
                .when(
                        new AllocateBudget(
                                COMMAND,
                                AMARA,
                                item("health"),
                                HEALTH,
                                gbp("90.00"),
                                null,
                                day("2025-07-07"),
                                null,
                                null),
                        ALLOCATOR,
                        on("2025-06-03"))
                .expectRefusal(Refusal.budgetClosed(day("2025-05-04")));
        given(spentWhole(), closed())
                .when(close("2025-05-04"), CARE_MANAGER, on("2025-06-03"))
                .expectRefusal(Refusal.budgetClosed(day("2025-05-04")));
    }

    @Test
    void a_fact_about_a_closed_budget_is_still_recorded() {
        given(spentWhole(), closed())
                .when(
                        new RecordInterest(
                                COMMAND,
                                AMARA,
                                entry("interest"),
                                SELF,
                                CARE,
                                gbp("0.12"),
                                statementLine("interest"),
                                day("2025-06-03")),
                        ALLOCATOR,
                        on("2025-06-03"))
                .expectEvents(new InterestReceived(
                        entry("interest"), SELF, CARE, gbp("0.12"), statementLine("interest"), day("2025-06-03")));
    }

    private static List<Object> spentWhole() {
        return List.of(inControl(), paidFor("P1", P1, "400.00"), spent("spend", SELF, CARE, "400.00", "2025-04-30"));
    }

    private static AllocationRevised revised() {
        return new AllocationRevised(
                item("revision"),
                CARE,
                money("107.00"),
                null,
                null,
                money("100.00"),
                day("2025-04-07"),
                null,
                text("Agreed again"),
                null);
    }

    private static Refusal stillOpen(OpenMatter... matters) {
        return new Refusal.StillOpen(List.of(matters));
    }

    private static RecordDeath died(String on, String recorded) {
        return new RecordDeath(COMMAND, AMARA, day(on), statementLine("certificate"), day(recorded));
    }

    private static DeathRecorded dead(String on, String recorded) {
        return new DeathRecorded(day(on), day(on), statementLine("certificate"), day(recorded));
    }

    private static CloseBudget close(String on) {
        return new CloseBudget(COMMAND, AMARA, text("Moved away"), day(on));
    }

    private static BudgetClosed closed() {
        return new BudgetClosed(text("Moved away"), day("2025-05-04"), day("2025-05-04"));
    }
}
