package org.budgetledger.projections.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.balance.ArrearsView;
import org.budgetledger.api.budget.balance.DebtView;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.entitlement.AdjustmentCause;
import org.budgetledger.api.budget.entitlement.AdjustmentLine;
import org.budgetledger.api.budget.entitlement.ArrearsIdentified;
import org.budgetledger.api.budget.entitlement.Contributions;
import org.budgetledger.api.budget.entitlement.OverpaymentIdentified;
import org.budgetledger.api.budget.entitlement.OwedPart;
import org.budgetledger.api.budget.entitlement.SettledSum;
import org.budgetledger.api.budget.payment.ContributionReceived;
import org.budgetledger.api.budget.payment.PaymentFailed;
import org.budgetledger.api.budget.payment.PaymentLine;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.recovery.ContributionRefunded;
import org.budgetledger.api.budget.recovery.DebtWrittenOff;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.spending.SpendDisallowed;
import org.budgetledger.projections.operations.Events;
import org.budgetledger.projections.operations.ReadSide;
import org.junit.jupiter.api.Test;

/** What is due, owed and recovered shows in the balance: E1, E6, E7, E8 (domain §11). */
class DuesBalancesTest {
    private static final DeploymentId SELF = Events.SELF;
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;
    private final BudgetId budget = Events.budget();

    @Test
    void e1_contributions_that_are_not_paid_in_are_arrears_and_a_debt() {
        try (var readSide = new ReadSide()) {
            readSide.append(
                    budget,
                    Events.opened(budget, "2025-04-01"),
                    Events.weekly(CARE, 26_000, "2025-04-16"),
                    new ContributionAssessed(CARE, Money.ofPence(4_327), Events.day("2025-04-16"), null, null),
                    Events.deployed(SELF, DegreeOfControl.SELF, "2025-04-16"),
                    paid("2025-04-16", "2025-05-04", "2025/26 P1", 58_826, List.of(), "2025-04-11"),
                    paid("2025-05-05", "2025-06-01", "2025/26 P2", 86_692, List.of(), "2025-05-02"));
            var view = readSide.balance(budget, Events.day("2025-05-02"));
            // £588.26 + £866.92; £117.45 + £173.08 to pay in.
            assertThat(view.balance()).isEqualTo(Money.ofPence(145_518));
            var account = view.accounts().getFirst();
            assertThat(account.contributionsDue()).isEqualTo(Money.ofPence(29_053));
            assertThat(account.contributionArrears()).isEqualTo(Money.ofPence(29_053));
            assertThat(view.debts()).isEqualTo(Money.ofPence(29_053));
            assertThat(view.debtItems())
                    .extracting(DebtView::kind, DebtView::debtId)
                    .containsExactly(tuple(
                            DebtView.Kind.CONTRIBUTION_ARREARS, Contributions.debtId(new AccountKey(SELF, CARE))));
            readSide.append(
                    budget,
                    new ContributionReceived(
                            Events.entry(), SELF, CARE, Events.pence(10_000), Events.line(), Events.day("2025-05-10")));
            var later = readSide.balance(budget, Events.day("2025-05-10"));
            assertThat(later.balance()).isEqualTo(Money.ofPence(155_518));
            assertThat(later.accounts().getFirst().contributionArrears()).isEqualTo(Money.ofPence(19_053));
            assertThat(later.debts()).isEqualTo(Money.ofPence(19_053));
        }
    }

    @Test
    void e6_arrears_are_owed_to_the_holder_until_they_are_paid_and_again_when_that_payment_fails() {
        try (var readSide = new ReadSide()) {
            var arrears = Events.item();
            readSide.append(
                    budget,
                    Events.opened(budget, "2025-04-01"),
                    Events.weekly(CARE, 32_580, "2025-04-07"),
                    Events.deployed(SELF, DegreeOfControl.SELF, "2025-04-07"),
                    paid("2026-04-06", "2026-05-03", "2026/27 P1", 130_320, List.of(), "2026-04-02"),
                    new AllocationRevised(
                            Events.item(),
                            CARE,
                            Money.ofPence(34_200),
                            null,
                            null,
                            Money.ofPence(32_580),
                            Events.day("2026-04-01"),
                            null,
                            Events.text("April uplift"),
                            null),
                    new ArrearsIdentified(
                            arrears,
                            SELF,
                            CARE,
                            AdjustmentCause.ALLOCATION_CHANGED,
                            Events.pence(6_480),
                            List.of(line("2026-04-06", "2026-05-03", "2026/27 P1", 130_320, 136_800)),
                            Events.day("2026-05-29")));
            var owed = readSide.balance(budget, Events.day("2026-05-29"));
            assertThat(owed.balance()).isEqualTo(Money.ofPence(130_320));
            assertThat(owed.arrears()).isEqualTo(Money.ofPence(6_480));
            assertThat(owed.debts()).isEqualTo(Money.ZERO);
            assertThat(owed.arrearsItems())
                    .containsExactly(new ArrearsView(
                            arrears,
                            SELF,
                            CARE,
                            Money.ofPence(6_480),
                            AdjustmentCause.ALLOCATION_CHANGED,
                            Events.day("2026-05-29")));
            // £1,368.00 with the £64.80.
            var payment = paid(
                    "2026-06-01",
                    "2026-06-28",
                    "2026/27 P3",
                    143_280,
                    List.of(new OwedPart(arrears, Events.pence(6_480))),
                    "2026-05-29");
            readSide.append(budget, payment);
            var settled = readSide.balance(budget, Events.day("2026-05-29"));
            assertThat(settled.balance()).isEqualTo(Money.ofPence(273_600));
            assertThat(settled.arrears()).isEqualTo(Money.ZERO);
            readSide.append(
                    budget,
                    new PaymentFailed(
                            Events.entry(),
                            payment.paymentId(),
                            SELF,
                            payment.lines(),
                            payment.adjustments(),
                            Events.text("The account is closed"),
                            Events.line(),
                            Events.day("2026-06-02")));
            var failed = readSide.balance(budget, Events.day("2026-06-02"));
            assertThat(failed.balance()).isEqualTo(Money.ofPence(130_320));
            assertThat(failed.accounts().getFirst().released()).isEqualTo(Money.ofPence(130_320));
            assertThat(failed.arrears()).isEqualTo(Money.ofPence(6_480));
        }
    }

    @Test
    void e7_a_surplus_leaves_the_account_by_its_shares() {
        try (var readSide = new ReadSide()) {
            var recovery = Events.entry();
            readSide.append(
                    budget,
                    Events.opened(budget, "2025-04-01"),
                    Events.deployed(SELF, DegreeOfControl.SELF, "2025-04-07"),
                    Events.released(SELF, "2025-10-19", Events.of(CARE, 341_277)),
                    recovered(recovery, 26_185, List.of(), false, "2025-11-17"),
                    new ContributionRefunded(
                            Events.entry(),
                            recovery,
                            Events.item(),
                            SELF,
                            CARE,
                            Events.pence(5_237),
                            Events.day("2025-11-17")));
            var view = readSide.balance(budget, Events.day("2025-11-17"));
            assertThat(view.balance()).isEqualTo(Money.ofPence(309_855));
            var account = view.accounts().getFirst();
            assertThat(account.recovered()).isEqualTo(Money.ofPence(26_185));
            assertThat(account.contributionRefunds()).isEqualTo(Money.ofPence(5_237));
        }
    }

    @Test
    void e8_what_was_paid_beyond_the_last_day_is_a_debt_until_the_final_account_is_repaid() {
        try (var readSide = new ReadSide()) {
            var overpaid = Events.item();
            readSide.append(
                    budget,
                    Events.opened(budget, "2025-04-01"),
                    Events.weekly(CARE, 17_500, "2025-07-28"),
                    Events.deployed(SELF, DegreeOfControl.SELF, "2025-07-28"),
                    paid("2025-07-28", "2025-08-24", "2025/26 P5", 70_000, List.of(), "2025-07-25"),
                    Events.spent(SELF, CARE, 8_770, "2025-08-10"),
                    overpayment(overpaid, 17_500, "2025-08-18"),
                    Events.spent(SELF, CARE, 21_000, "2025-08-20"),
                    Events.spent(SELF, CARE, 3_860, "2025-08-20"));
            var finalAccount = readSide.balance(budget, Events.day("2025-08-20"));
            assertThat(finalAccount.balance()).isEqualTo(Money.ofPence(36_370));
            assertThat(finalAccount.debts()).isEqualTo(Money.ofPence(17_500));
            assertThat(finalAccount.debtItems())
                    .extracting(DebtView::kind, DebtView::cause)
                    .containsExactly(tuple(DebtView.Kind.OVERPAYMENT, AdjustmentCause.BUDGET_WITHDRAWN));
            readSide.append(
                    budget,
                    recovered(
                            Events.entry(),
                            36_370,
                            List.of(new OwedPart(overpaid, Events.pence(17_500))),
                            false,
                            "2025-09-12"));
            var repaid = readSide.balance(budget, Events.day("2025-09-12"));
            assertThat(repaid.balance()).isEqualTo(Money.ZERO);
            assertThat(repaid.debts()).isEqualTo(Money.ZERO);
            assertThat(repaid.debtItems()).isEmpty();
        }
    }

    @Test
    void debts_come_from_three_sources_and_what_is_paid_from_elsewhere_or_given_up_leaves_the_balance() {
        try (var readSide = new ReadSide()) {
            var overpaid = Events.item();
            var spend = Events.entry();
            readSide.append(
                    budget,
                    Events.opened(budget, "2025-04-01"),
                    Events.weekly(CARE, 10_000, "2025-04-07"),
                    new ContributionAssessed(CARE, Money.ofPence(1_000), Events.day("2025-04-07"), null, null),
                    Events.deployed(SELF, DegreeOfControl.SELF, "2025-04-07"),
                    // £90.00 a week net for four weeks.
                    paid("2025-04-07", "2025-05-04", "2025/26 P1", 36_000, List.of(), "2025-04-04"),
                    Events.spent(spend, SELF, CARE, 5_000, "2025-04-20", null, null, List.of()),
                    new SpendDisallowed(
                            spend,
                            SELF,
                            CARE,
                            Events.pence(5_000),
                            Events.text("Against the law"),
                            Events.day("2025-04-28")),
                    overpayment(overpaid, 2_000, "2025-04-29"));
            var owed = readSide.balance(budget, Events.day("2025-05-01"));
            assertThat(owed.balance()).isEqualTo(Money.ofPence(31_000));
            assertThat(owed.debts()).isEqualTo(Money.ofPence(5_000 + 2_000 + 4_000));
            assertThat(owed.debtItems()).extracting(DebtView::kind).containsExactlyInAnyOrder(DebtView.Kind.values());
            readSide.append(
                    budget,
                    recovered(
                            Events.entry(),
                            2_000,
                            List.of(new OwedPart(overpaid, Events.pence(2_000))),
                            true,
                            "2025-05-02"),
                    writtenOff(new ItemId(spend.value()), 3_000),
                    writtenOff(Contributions.debtId(new AccountKey(SELF, CARE)), 4_000));
            var left = readSide.balance(budget, Events.day("2025-05-06"));
            assertThat(left.balance()).isEqualTo(Money.ofPence(31_000));
            assertThat(left.debts()).isEqualTo(Money.ofPence(2_000));
            assertThat(left.debtItems()).extracting(DebtView::spendId).containsExactly(spend);
            assertThat(left.accounts().getFirst().contributionArrears()).isEqualTo(Money.ZERO);
        }
    }

    private static PaymentReleased paid(
            String from, String to, String period, long pence, List<OwedPart> owed, String on) {
        var settled =
                pence - owed.stream().mapToLong(part -> part.amount().pence()).sum();
        return new PaymentReleased(
                Events.entry(),
                SELF,
                Events.person(1),
                Events.day(from),
                Events.day(to),
                List.of(new PaymentLine(CARE, Events.pence(pence))),
                null,
                List.of(new SettledSum(CARE, Events.day(from), Events.day(to), period, Money.ofPence(settled))),
                owed,
                null,
                Events.day(on));
    }

    private static AdjustmentLine line(String from, String to, String period, long was, long now) {
        return new AdjustmentLine(
                Events.entry(),
                CARE,
                Events.day(from),
                Events.day(to),
                period,
                FinancialYear.of(Events.day(from)),
                Money.ofPence(was),
                Money.ofPence(now),
                Events.pence(Math.abs(now - was)));
    }

    private static OverpaymentIdentified overpayment(ItemId id, long pence, String on) {
        return new OverpaymentIdentified(
                id,
                SELF,
                CARE,
                AdjustmentCause.BUDGET_WITHDRAWN,
                Events.pence(pence),
                List.of(line("2025-07-28", "2025-08-24", "2025/26 P5", pence, 0)),
                Events.day(on));
    }

    private static FundsRecovered recovered(
            EntryId id, long pence, List<OwedPart> debts, boolean elsewhere, String on) {
        return new FundsRecovered(id, null, SELF, CARE, Events.pence(pence), debts, null, elsewhere, Events.day(on));
    }

    private static DebtWrittenOff writtenOff(ItemId debt, long pence) {
        return new DebtWrittenOff(
                debt,
                SELF,
                CARE,
                Events.pence(pence),
                new ActorId("m.silva"),
                new ActorId("k.byrne"),
                Events.text("No one can pay it"),
                Events.day("2025-05-05"));
    }
}
