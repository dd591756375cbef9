package org.budgetledger.projections.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.budgetledger.api.FundingStream.SOCIAL_CARE;

import java.time.Instant;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.entitlement.AccountDays;
import org.budgetledger.api.budget.entitlement.AdjustmentCause;
import org.budgetledger.api.budget.entitlement.AdjustmentLine;
import org.budgetledger.api.budget.entitlement.ArrearsIdentified;
import org.budgetledger.api.budget.entitlement.DueLine;
import org.budgetledger.api.budget.entitlement.DueSum;
import org.budgetledger.api.budget.entitlement.EntitlementView;
import org.budgetledger.api.budget.entitlement.GetEntitlement;
import org.budgetledger.api.budget.entitlement.OwedPart;
import org.budgetledger.api.budget.entitlement.ReleasedSpan;
import org.budgetledger.api.budget.entitlement.SettledSum;
import org.budgetledger.api.budget.payment.PaymentLine;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.projections.operations.Events;
import org.budgetledger.projections.operations.ReadSide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The calendar of what falls due, with E1's and E6's figures. */
class EntitlementCalendarTest {
    private final ReadSide readSide = new ReadSide();
    private final BudgetId budget = Events.budget();

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void a_backdated_uplift_is_in_the_calendar_from_when_it_was_known() {
        // 20 h a week at £16.29: £325.80 a week, P13 of 2025/26 to P2 of 2026/27 released at 4 x 325.80 = £1,303.20.
        readSide.append(
                budget,
                Events.opened(budget, "2026-03-02"),
                Events.weekly(SOCIAL_CARE, 32_580, "2026-03-09"),
                Events.deployed(Events.SELF, DegreeOfControl.SELF, "2026-03-09"));
        var p13 = Events.entry();
        var p1 = Events.entry();
        var p2 = Events.entry();
        // Of P13's line 23 days are in March and 5 in April: 1,070.49 and 232.71 by largest remainder.
        readSide.append(
                budget,
                released(
                        p13,
                        "2026-03-09",
                        130_320,
                        sum("2026-03-09", "2026-03-31", "2025/26 P13", 107_049),
                        sum("2026-04-01", "2026-04-05", "2025/26 P13", 23_271)),
                released(p1, "2026-04-06", 130_320, sum("2026-04-06", "2026-05-03", "2026/27 P1", 130_320)));
        var before = readSide.append(
                budget, released(p2, "2026-05-04", 130_320, sum("2026-05-04", "2026-05-31", "2026/27 P2", 130_320)));
        assertThat(p1(before).net()).isEqualTo(Money.ofPence(130_320));
        assertThat(p1(before).lines()).singleElement().satisfies(line -> {
            assertThat(line.weekly()).isEqualTo(Money.ofPence(32_580));
            assertThat(line.paymentId()).isEqualTo(p1);
        });

        // £17.10 an hour, £342.00 a week from 1 April, recorded on 29 May: 11.58 + 64.80 + 64.80 = £141.18.
        readSide.append(
                budget,
                new AllocationRevised(
                        Events.item(),
                        SOCIAL_CARE,
                        Money.ofPence(34_200),
                        null,
                        null,
                        Money.ofPence(32_580),
                        Events.day("2026-04-01"),
                        null,
                        Events.text("The April uplift"),
                        null));
        var arrears = Events.item();
        var after = readSide.append(
                budget,
                new ArrearsIdentified(
                        arrears,
                        Events.SELF,
                        SOCIAL_CARE,
                        AdjustmentCause.ALLOCATION_CHANGED,
                        Events.pence(14_118),
                        List.of(
                                adjusted(p13, "2026-04-01", "2026-04-05", "2025/26 P13", 23_271, 24_429),
                                adjusted(p1, "2026-04-06", "2026-05-03", "2026/27 P1", 130_320, 136_800),
                                adjusted(p2, "2026-05-04", "2026-05-31", "2026/27 P2", 130_320, 136_800)),
                        Events.day("2026-05-29")));
        assertThat(p1(before).net()).isEqualTo(Money.ofPence(130_320));
        assertThat(p1(after).net()).isEqualTo(Money.ofPence(136_800));

        var calendar = entitlement("2026-03-09", "2026-05-31", "2026-05-29");
        assertThat(calendar.lines())
                .extracting(DueLine::from, DueLine::to, line -> line.net().pence())
                .containsExactly(
                        tuple(Events.day("2026-03-09"), Events.day("2026-03-31"), 107_049L),
                        tuple(Events.day("2026-04-01"), Events.day("2026-04-05"), 24_429L),
                        tuple(Events.day("2026-04-06"), Events.day("2026-05-03"), 136_800L),
                        tuple(Events.day("2026-05-04"), Events.day("2026-05-31"), 136_800L));
        // 244.29 + 1,368.00 + 1,368.00 in the new year; 1,070.49 in the old one.
        assertThat(calendar.financialYears())
                .extracting(DueSum::of, year -> year.net().pence())
                .containsExactly(tuple("2025/26", 107_049L), tuple("2026/27", 298_029L));
        assertThat(calendar.released())
                .extracting(
                        span -> span.released().pence(),
                        span -> span.adjustments().pence(),
                        span -> span.due().pence(),
                        ReleasedSpan::squared)
                .containsExactly(
                        tuple(130_320L, 1_158L, 131_478L, true),
                        tuple(130_320L, 6_480L, 136_800L, true),
                        tuple(130_320L, 6_480L, 136_800L, true));
        assertThat(calendar.coverage().whole()).isTrue();

        // On 2 June two days of P3 are not paid for; once P3 is released with the arrears, nothing is missing.
        assertThat(entitlement("2026-06-01", null, "2026-06-02").coverage().unsettled())
                .containsExactly(days("2026-06-01", "2026-06-02"));
        readSide.append(
                budget,
                new PaymentReleased(
                        Events.entry(),
                        Events.SELF,
                        Events.person(1),
                        Events.day("2026-06-01"),
                        Events.day("2026-06-28"),
                        List.of(new PaymentLine(SOCIAL_CARE, Events.pence(150_918))),
                        null,
                        List.of(sum("2026-06-01", "2026-06-28", "2026/27 P3", 136_800)),
                        List.of(new OwedPart(arrears, Events.pence(14_118))),
                        null,
                        Events.day("2026-05-29")));
        var p3 = entitlement("2026-06-01", null, "2026-06-02");
        assertThat(p3.coverage().whole()).isTrue();
        assertThat(p3.released())
                .singleElement()
                .satisfies(span -> assertThat(span.released()).isEqualTo(Money.ofPence(136_800)));
    }

    @Test
    void days_that_are_paid_twice_and_sums_that_do_not_square_show() {
        readSide.append(
                budget,
                Events.opened(budget, "2025-04-01"),
                Events.weekly(SOCIAL_CARE, 10_000, "2025-04-07"),
                Events.deployed(Events.SELF, DegreeOfControl.SELF, "2025-04-07"),
                released(Events.entry(), "2025-04-07", 40_000, sum("2025-04-07", "2025-05-04", "2025/26 P1", 40_000)));
        assertThat(entitlement(null, null, "2025-04-20").coverage().whole()).isTrue();
        readSide.append(
                budget,
                released(Events.entry(), "2025-04-21", 40_001, sum("2025-04-21", "2025-05-18", "2025/26 P1", 40_001)));
        var coverage = entitlement(null, null, "2025-04-20");
        assertThat(coverage.coverage().whole()).isFalse();
        assertThat(coverage.coverage().settledTwice()).containsExactly(days("2025-04-21", "2025-05-04"));
        assertThat(coverage.released()).extracting(ReleasedSpan::squared).containsExactly(true, false);
    }

    @Test
    void a_start_in_mid_period_is_nineteen_days_of_each_line() {
        readSide.append(
                budget,
                Events.opened(budget, "2025-04-01"),
                Events.weekly(SOCIAL_CARE, 26_000, "2025-04-16"),
                new ContributionAssessed(
                        SOCIAL_CARE, Money.ofPence(4_327), Events.day("2025-04-16"), null, Events.text("As assessed")),
                Events.deployed(Events.SELF, DegreeOfControl.SELF, "2025-04-16"));
        var p1 = entitlement(null, null, "2025-04-20");
        assertThat(p1.from()).isEqualTo(Events.day("2025-04-07"));
        assertThat(p1.to()).isEqualTo(Events.day("2025-05-04"));
        assertThat(p1.periods())
                .containsExactly(
                        new DueSum("2025/26 P1", Money.ofPence(70_571), Money.ofPence(11_745), Money.ofPence(58_826)));
        assertThat(p1.coverage().unsettled()).containsExactly(days("2025-04-16", "2025-04-20"));
        assertThat(p1.coverage().whole()).isFalse();
        // Where the authority holds the money no day is ever paid for.
        var managed = Events.budget();
        readSide.append(
                managed, Events.opened(managed, "2025-04-01"), Events.weekly(SOCIAL_CARE, 26_000, "2025-04-16"));
        var view = entitlement(managed, null, null, Moment.about(Events.day("2025-04-20")));
        assertThat(view.gross()).isEqualTo(Money.ofPence(70_571));
        assertThat(view.coverage().whole()).isTrue();
    }

    private EntitlementView p1(Instant knownAt) {
        return entitlement(budget, "2026-04-06", "2026-05-03", Moment.knownAt(knownAt, Events.day("2026-05-29")));
    }

    private EntitlementView entitlement(@Nullable String from, @Nullable String to, String day) {
        return entitlement(budget, from, to, Moment.about(Events.day(day)));
    }

    private EntitlementView entitlement(BudgetId of, @Nullable String from, @Nullable String to, Moment moment) {
        return readSide.ask(new GetEntitlement(
                ReadSide.NORTHMERE,
                of,
                from == null ? null : Events.day(from),
                to == null ? null : Events.day(to),
                moment,
                Events.day("2026-07-01"),
                readSide.version(of)));
    }

    private static AccountDays days(String from, String to) {
        return new AccountDays(Events.SELF, SOCIAL_CARE, Events.day(from), Events.day(to));
    }

    private static SettledSum sum(String from, String to, String period, long pence) {
        return new SettledSum(SOCIAL_CARE, Events.day(from), Events.day(to), period, Money.ofPence(pence));
    }

    private static AdjustmentLine adjusted(EntryId payment, String from, String to, String period, long was, long now) {
        return new AdjustmentLine(
                payment,
                SOCIAL_CARE,
                Events.day(from),
                Events.day(to),
                period,
                FinancialYear.of(Events.day(from)),
                Money.ofPence(was),
                Money.ofPence(now),
                Events.pence(now - was));
    }

    private static PaymentReleased released(EntryId id, String from, long pence, SettledSum... sums) {
        return new PaymentReleased(
                id,
                Events.SELF,
                Events.person(1),
                Events.day(from),
                Events.day(from).plusDays(27),
                List.of(new PaymentLine(SOCIAL_CARE, Events.pence(pence))),
                null,
                List.of(sums),
                null,
                null,
                Events.day(from).minusDays(3));
    }
}
