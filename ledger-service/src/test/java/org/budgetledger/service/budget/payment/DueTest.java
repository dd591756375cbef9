package org.budgetledger.service.budget.payment;

import static org.budgetledger.service.given.History.allocated;
import static org.budgetledger.service.given.History.allocatedOnce;
import static org.budgetledger.service.given.History.deployedToSelf;
import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.History.line;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.History.payeeSet;
import static org.budgetledger.service.given.History.payeeVerified;
import static org.budgetledger.service.given.History.planned;
import static org.budgetledger.service.given.History.signed;
import static org.budgetledger.service.given.History.told;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.BANK;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.RELEASER;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.statementLine;
import static org.budgetledger.service.given.Known.text;
import static org.budgetledger.service.given.Settled.P1;
import static org.budgetledger.service.given.Settled.P2;
import static org.budgetledger.service.given.Settled.arrears;
import static org.budgetledger.service.given.Settled.arrearsBefore;
import static org.budgetledger.service.given.Settled.contribution;
import static org.budgetledger.service.given.Settled.line;
import static org.budgetledger.service.given.Settled.overpaid;
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
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.ending.DeathRecorded;
import org.budgetledger.api.budget.entitlement.AdjustmentCause;
import org.budgetledger.api.budget.entitlement.OwedPart;
import org.budgetledger.api.budget.entitlement.SettledSum;
import org.budgetledger.api.budget.payment.PaymentItem;
import org.budgetledger.api.budget.payment.PaymentLine;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.payment.ReleasePayment;
import org.budgetledger.service.given.BudgetScenarios;
import org.budgetledger.service.given.Settled;
import org.budgetledger.service.given.Settled.Days;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How much a payment is, what it settles, and what is netted with it: E1, E6, R11, R16. */
class DueTest extends BudgetScenarios {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;
    private static final FundingStream HEALTH = FundingStream.HEALTH;

    @Test
    void the_ledger_works_out_what_is_due_in_mid_period_net_of_the_contribution() {
        // E1: 705.71 − 117.45; 588.27 would be the wrong rounding.
        given(e1())
                .when(release("payment", "2025-04-16", "2025-05-04"), RELEASER, on("2025-04-11"))
                .expectEvents(new PaymentReleased(
                        entry("payment"),
                        SELF,
                        BANK,
                        day("2025-04-16"),
                        day("2025-05-04"),
                        List.of(line(CARE, "588.26")),
                        List.of(
                                rate(CARE, "2025-04-16", "2025-05-04", "260.00", "705.71"),
                                contribution("2025-04-16", "2025-05-04", "43.27", "117.45")),
                        List.of(sum(CARE, new Days("2025-04-16", "2025-05-04", "2025/26 P1"), "588.26")),
                        List.of(),
                        null,
                        day("2025-04-13")));
    }

    @Test
    void the_next_period_is_paid_whole() {
        given(e1())
                .when(release("payment", P2.from(), P2.to()), RELEASER, on("2025-05-02"))
                .expectEvents(new PaymentReleased(
                        entry("payment"),
                        SELF,
                        BANK,
                        day("2025-05-05"),
                        day("2025-06-01"),
                        List.of(line(CARE, "866.92")),
                        List.of(
                                rate(CARE, "2025-05-05", "2025-06-01", "260.00", "1,040.00"),
                                contribution("2025-05-05", "2025-06-01", "43.27", "173.08")),
                        List.of(sum(CARE, P2, "866.92")),
                        List.of(),
                        null,
                        day("2025-05-02")));
    }

    @Test
    void a_one_off_sum_is_paid_with_the_period_its_day_is_in() {
        given(inControl(), allocatedOnce(FundingStream.EQUIPMENT_AND_ADAPTATIONS, "4,800.00", "2025-04-20"))
                .when(release("payment", P1.from(), P1.to()), RELEASER, on("2025-04-04"))
                .expectEvents(new PaymentReleased(
                        entry("payment"),
                        SELF,
                        BANK,
                        day("2025-04-07"),
                        day("2025-05-04"),
                        List.of(line(CARE, "400.00"), line(FundingStream.EQUIPMENT_AND_ADAPTATIONS, "4,800.00")),
                        List.of(
                                rate(CARE, "2025-04-07", "2025-05-04", "100.00", "400.00"),
                                Settled.item(
                                        PaymentItem.Kind.ONE_OFF,
                                        FundingStream.EQUIPMENT_AND_ADAPTATIONS,
                                        "2025-04-20",
                                        "2025-04-20",
                                        null,
                                        "4,800.00")),
                        List.of(sum(CARE, P1, "400.00"), sum(FundingStream.EQUIPMENT_AND_ADAPTATIONS, P1, "4,800.00")),
                        List.of(),
                        null,
                        day("2025-04-04")));
    }

    @Test
    void a_period_that_crosses_31_march_settles_each_financial_year_on_its_own() {
        // E6: 1,303.20 as 23 days and 5 days.
        given(inControlAt("325.80"))
                .when(release("payment", "2026-03-09", "2026-04-05"), RELEASER, on("2026-03-06"))
                .expectEvents(new PaymentReleased(
                        entry("payment"),
                        SELF,
                        BANK,
                        day("2026-03-09"),
                        day("2026-04-05"),
                        List.of(line(CARE, "1,303.20")),
                        List.of(
                                rate(CARE, "2026-03-09", "2026-03-31", "325.80", "1,070.49"),
                                rate(CARE, "2026-04-01", "2026-04-05", "325.80", "232.71")),
                        List.of(
                                sum(CARE, new Days("2026-03-09", "2026-03-31", "2025/26 P13"), "1,070.49"),
                                sum(CARE, new Days("2026-04-01", "2026-04-05", "2025/26 P13"), "232.71")),
                        List.of(),
                        null,
                        day("2026-03-06")));
    }

    @Test
    void a_larger_sum_that_is_given_is_released_and_the_rest_is_an_overpayment_at_once() {
        given(inControl())
                .when(releaseOf("450.00"), RELEASER, on("2025-04-04"))
                .expectEvents(
                        released(
                                "450.00",
                                P1,
                                List.of(
                                        p1Rate(),
                                        Settled.item(
                                                PaymentItem.Kind.MORE_THAN_DUE,
                                                CARE,
                                                P1.from(),
                                                P1.to(),
                                                null,
                                                "50.00")),
                                List.of(sum(CARE, P1, "450.00")),
                                List.of()),
                        overpaid(
                                CARE,
                                AdjustmentCause.RELEASED_DIFFERENTLY,
                                "50.00",
                                "2025-04-04",
                                line("payment", P1, "450.00", "400.00", "50.00")));
    }

    @Test
    void a_smaller_sum_that_is_given_is_released_and_the_rest_is_arrears_at_once() {
        given(inControl())
                .when(releaseOf("350.00"), RELEASER, on("2025-04-04"))
                .expectEvents(
                        released(
                                "350.00",
                                P1,
                                List.of(
                                        p1Rate(),
                                        Settled.item(
                                                PaymentItem.Kind.LESS_THAN_DUE,
                                                CARE,
                                                P1.from(),
                                                P1.to(),
                                                null,
                                                "50.00")),
                                List.of(sum(CARE, P1, "350.00")),
                                List.of()),
                        arrears(
                                CARE,
                                AdjustmentCause.RELEASED_DIFFERENTLY,
                                "50.00",
                                "2025-04-04",
                                line("payment", P1, "350.00", "400.00", "50.00")));
    }

    @Test
    void no_day_of_a_stream_is_paid_twice() {
        given(inControl(), paidFor("P1", P1, "400.00"))
                .when(release("again", P1.from(), P1.to()), RELEASER, on("2025-04-04"))
                .expectRefusal(Refusal.alreadySettled(day("2025-04-07"), day("2025-05-04")));
        given(inControl(), paidFor("P1", P1, "400.00"))
                .when(release("again", "2025-05-04", "2025-05-31"), RELEASER, on("2025-05-01"))
                .expectRefusal(Refusal.alreadySettled(day("2025-05-04"), day("2025-05-31")));
        given(inControl(), paidFor("P1", P1, "400.00"))
                .when(releaseOf("1.00"), RELEASER, on("2025-04-04"))
                .expectRefusal(Refusal.alreadySettled(day("2025-04-07"), day("2025-05-04")));
    }

    @Test
    void a_second_funder_pays_for_the_same_days_on_its_own() {
        given(inControl(), paidFor("P1", P1, "400.00"), allocated(HEALTH, "90.00", "2025-04-07"))
                .when(release("health", P1.from(), P1.to()), RELEASER, on("2025-04-10"))
                .expectEvents(new PaymentReleased(
                        entry("health"),
                        SELF,
                        BANK,
                        day("2025-04-07"),
                        day("2025-05-04"),
                        List.of(line(HEALTH, "360.00")),
                        List.of(rate(HEALTH, "2025-04-07", "2025-05-04", "90.00", "360.00")),
                        List.of(sum(HEALTH, P1, "360.00")),
                        List.of(),
                        null,
                        day("2025-04-04")));
    }

    @Test
    void nothing_is_released_for_days_on_which_nothing_is_due() {
        given(inControl())
                .when(release("payment", "2025-04-01", "2025-04-06"), RELEASER, on("2025-04-01"))
                .expectRefusal(Refusal.nothingDue());
    }

    @Test
    void arrears_alone_are_released_only_where_some_are_owed() {
        given(inControl(), paidFor("P1", P1, "400.00"))
                .when(arrearsOnly(), RELEASER, on("2025-05-12"))
                .expectRefusal(Refusal.nothingDue());
        given(afterUplift())
                .when(arrearsOnly(), RELEASER, on("2025-05-12"))
                .expectEvents(new PaymentReleased(
                        entry("payment"),
                        SELF,
                        BANK,
                        null,
                        null,
                        List.of(line(CARE, "40.00")),
                        List.of(settling(PaymentItem.Kind.ARREARS, CARE, item("arrears"), "40.00")),
                        List.of(),
                        List.of(part(item("arrears"), "40.00")),
                        null,
                        day("2025-05-12")));
    }

    @Test
    void arrears_are_paid_with_the_next_release_by_choice() {
        given(afterUplift())
                .when(releaseP2(true, null), RELEASER, on("2025-05-02"))
                .expectEvents(released(
                        "480.00",
                        P2,
                        List.of(
                                p2Rate("110.00", "440.00"),
                                settling(PaymentItem.Kind.ARREARS, CARE, item("arrears"), "40.00")),
                        List.of(sum(CARE, P2, "440.00")),
                        List.of(part(item("arrears"), "40.00"))));
        given(afterUplift())
                .when(releaseP2(null, null), RELEASER, on("2025-05-02"))
                .expectEvents(released(
                        "440.00",
                        P2,
                        List.of(p2Rate("110.00", "440.00")),
                        List.of(sum(CARE, P2, "440.00")),
                        List.of()));
    }

    @Test
    void arrears_that_were_paid_are_not_paid_again() {
        var paid = new PaymentReleased(
                entry("arrears"),
                SELF,
                BANK,
                null,
                null,
                List.of(line(CARE, "40.00")),
                List.of(settling(PaymentItem.Kind.ARREARS, CARE, item("arrears"), "40.00")),
                List.of(),
                List.of(part(item("arrears"), "40.00")),
                null,
                day("2025-05-02"));
        given(afterUplift(), paid)
                .when(arrearsOnly(), RELEASER, on("2025-05-12"))
                .expectRefusal(Refusal.nothingDue());
    }

    @Test
    void an_overpayment_is_taken_off_partly_up_to_a_limit() {
        // 40.00 was overpaid; 25.00 of it is taken off P2, which is 360.00 at 90.00 a week.
        given(afterCut())
                .when(releaseP2(null, "25.00"), RELEASER, on("2025-05-02"))
                .expectEvents(released(
                        "335.00",
                        P2,
                        List.of(
                                p2Rate("90.00", "360.00"),
                                settling(PaymentItem.Kind.OVERPAYMENT, CARE, item("overpaid"), "25.00")),
                        List.of(sum(CARE, P2, "360.00")),
                        List.of(part(item("overpaid"), "25.00"))));
    }

    @Test
    void no_more_is_taken_off_than_was_overpaid() {
        given(afterCut())
                .when(releaseP2(null, "1,000.00"), RELEASER, on("2025-05-02"))
                .expectEvents(released(
                        "320.00",
                        P2,
                        List.of(
                                p2Rate("90.00", "360.00"),
                                settling(PaymentItem.Kind.OVERPAYMENT, CARE, item("overpaid"), "40.00")),
                        List.of(sum(CARE, P2, "360.00")),
                        List.of(part(item("overpaid"), "40.00"))));
    }

    /** 100.00 was overpaid on social care; a week of it at 7.00 is due next, and a week of health at 90.00. */
    @Test
    void an_overpayment_is_never_taken_off_another_stream_nor_more_than_the_stream_itself_is_paid() {
        var days = new Days("2025-05-05", "2025-05-11", "2025/26 P2");
        given(
                        inControlAt("7.00"),
                        allocated(HEALTH, "90.00", "2025-05-05"),
                        paidFor("P1", P1, "128.00"),
                        overpaidBefore(
                                "overpaid", CARE, "100.00", "2025-04-10", line("P1", P1, "128.00", "28.00", "100.00")))
                .when(
                        new ReleasePayment(
                                COMMAND,
                                AMARA,
                                entry("payment"),
                                SELF,
                                day(days.from()),
                                day(days.to()),
                                null,
                                null,
                                gbp("50.00"),
                                null,
                                day("2025-05-02")),
                        RELEASER,
                        on("2025-05-02"))
                .expectEvents(new PaymentReleased(
                        entry("payment"),
                        SELF,
                        BANK,
                        day(days.from()),
                        day(days.to()),
                        List.of(line(HEALTH, "90.00")),
                        List.of(
                                rate(CARE, days.from(), days.to(), "7.00", "7.00"),
                                rate(HEALTH, days.from(), days.to(), "90.00", "90.00"),
                                settling(PaymentItem.Kind.OVERPAYMENT, CARE, item("overpaid"), "7.00")),
                        List.of(sum(CARE, days, "7.00"), sum(HEALTH, days, "90.00")),
                        List.of(part(item("overpaid"), "7.00")),
                        null,
                        day("2025-05-02")));
    }

    @Test
    void a_budget_that_has_ended_is_paid_up_to_its_last_day() {
        var died = new DeathRecorded(
                day("2025-04-25"), day("2025-04-25"), statementLine("certificate"), day("2025-04-28"));
        given(inControl(), died)
                .when(release("payment", P2.from(), P2.to()), RELEASER, on("2025-05-02"))
                .expectRefusal(Refusal.budgetEnded(day("2025-04-25")));
        // Seven days of April at 100.00 a week; those after the last day are not due.
        given(inControl(), died)
                .when(release("payment", "2025-04-19", "2025-05-04"), RELEASER, on("2025-05-02"))
                .expectEvents(new PaymentReleased(
                        entry("payment"),
                        SELF,
                        BANK,
                        day("2025-04-19"),
                        day("2025-05-04"),
                        List.of(line(CARE, "100.00")),
                        List.of(rate(CARE, "2025-04-19", "2025-04-25", "100.00", "100.00")),
                        List.of(sum(CARE, new Days("2025-04-19", "2025-05-04", "2025/26 P1"), "100.00")),
                        List.of(),
                        null,
                        day("2025-04-16")));
    }

    private static List<BudgetEvent> e1() {
        return List.of(
                opened(),
                allocated(CARE, "260.00", "2025-04-16"),
                new ContributionAssessed(CARE, money("43.27"), day("2025-04-16"), null, text("Pension")),
                told(),
                planned(),
                deployedToSelf(),
                signed(SELF, "2025-04-01"),
                payeeSet(SELF),
                payeeVerified(SELF));
    }

    private static List<BudgetEvent> inControlAt(String weekly) {
        return List.of(
                opened(),
                allocated(CARE, weekly, "2025-04-07"),
                told(),
                planned(),
                deployedToSelf(),
                signed(SELF, "2025-04-01"),
                payeeSet(SELF),
                payeeVerified(SELF));
    }

    /** P1 was paid at 100.00 a week, and ought to have been paid at 110.00. */
    private static List<Object> afterUplift() {
        return List.of(
                inControlAt("100.00"),
                paidFor("P1", P1, "400.00"),
                revised("110.00"),
                arrearsBefore("arrears", CARE, "40.00", "2025-04-28", line("P1", P1, "400.00", "440.00", "40.00")));
    }

    /** P1 was paid at 100.00 a week, and ought to have been paid at 90.00. */
    private static List<Object> afterCut() {
        return List.of(
                inControlAt("100.00"),
                paidFor("P1", P1, "400.00"),
                revised("90.00"),
                overpaidBefore("overpaid", CARE, "40.00", "2025-04-28", line("P1", P1, "400.00", "360.00", "40.00")));
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

    private static PaymentItem p1Rate() {
        return rate(CARE, P1.from(), P1.to(), "100.00", "400.00");
    }

    private static PaymentItem p2Rate(String weekly, String amount) {
        return rate(CARE, P2.from(), P2.to(), weekly, amount);
    }

    /** The first period with a sum that somebody gives. */
    private static ReleasePayment releaseOf(String amount) {
        return new ReleasePayment(
                COMMAND,
                AMARA,
                entry("payment"),
                SELF,
                day(P1.from()),
                day(P1.to()),
                List.of(line(CARE, amount)),
                null,
                null,
                null,
                day("2025-04-04"));
    }

    private static ReleasePayment releaseP2(@Nullable Boolean withArrears, @Nullable String lessOverpaymentsUpTo) {
        return new ReleasePayment(
                COMMAND,
                AMARA,
                entry("payment"),
                SELF,
                day(P2.from()),
                day(P2.to()),
                null,
                withArrears,
                lessOverpaymentsUpTo == null ? null : gbp(lessOverpaymentsUpTo),
                null,
                day("2025-05-02"));
    }

    private static ReleasePayment arrearsOnly() {
        return new ReleasePayment(
                COMMAND, AMARA, entry("payment"), SELF, null, null, null, true, null, null, day("2025-05-12"));
    }

    private static PaymentReleased released(
            String amount, Days days, List<PaymentItem> items, List<SettledSum> settles, List<OwedPart> owed) {
        return new PaymentReleased(
                entry("payment"),
                SELF,
                BANK,
                day(days.from()),
                day(days.to()),
                List.of(new PaymentLine(CARE, gbp(amount))),
                items,
                settles,
                owed,
                null,
                day(days.from()).minusDays(3));
    }
}
