package org.budgetledger.projections.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.budgetledger.api.FundingStream.SOCIAL_CARE;

import java.util.List;
import java.util.UUID;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.Money;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.ending.BudgetClosed;
import org.budgetledger.api.budget.ending.EndedBy;
import org.budgetledger.api.budget.ending.FinalAccountView;
import org.budgetledger.api.budget.ending.GetFinalAccount;
import org.budgetledger.api.budget.ending.OpenMatter;
import org.budgetledger.api.budget.entitlement.AdjustmentCause;
import org.budgetledger.api.budget.entitlement.AdjustmentLine;
import org.budgetledger.api.budget.entitlement.OverpaymentIdentified;
import org.budgetledger.api.budget.entitlement.OwedPart;
import org.budgetledger.api.budget.payment.PaymentLine;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.payment.TopUpReceived;
import org.budgetledger.api.budget.pooling.ContributedToPool;
import org.budgetledger.api.budget.pooling.PoolShareReturned;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.spending.SpendAuthorised;
import org.budgetledger.api.budget.withdrawal.Alternative;
import org.budgetledger.api.budget.withdrawal.BudgetWithdrawn;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.projections.operations.Events;
import org.budgetledger.projections.operations.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R22 with E8's figures. */
class FinalAccountTest {
    private final ReadSide readSide = new ReadSide();
    private final BudgetId budget = Events.budget();

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void a_withdrawal_settles_what_was_paid_beyond_what_is_owed_and_what_remains() {
        var p5 = Events.entry();
        readSide.append(
                budget,
                Events.opened(budget, "2025-05-01"),
                Events.weekly(SOCIAL_CARE, 17_500, "2025-07-28"),
                Events.deployed(Events.SELF, DegreeOfControl.SELF, "2025-07-28"),
                new PaymentReleased(
                        p5,
                        Events.SELF,
                        Events.person(1),
                        Events.day("2025-07-28"),
                        Events.day("2025-08-24"),
                        List.of(new PaymentLine(SOCIAL_CARE, Events.pence(70_000))),
                        null,
                        null,
                        null,
                        null,
                        Events.day("2025-07-25")),
                Events.spent(Events.SELF, SOCIAL_CARE, 8_770, "2025-08-15"));
        assertThat(account("2025-08-18").lastDay()).isNull();

        // Paid £700.00 for P5, entitled to three weeks of it, £525.00: £175.00 beyond the last day.
        var debt = Events.item();
        readSide.append(
                budget,
                new BudgetWithdrawn(
                        Events.text("As reviewed"),
                        Events.day("2025-08-17"),
                        new Alternative(
                                Alternative.Kind.ARRANGED,
                                Events.day("2025-08-18"),
                                Events.pence(17_500),
                                Events.text("A managed service")),
                        null,
                        Events.day("2025-08-18")),
                new OverpaymentIdentified(
                        debt,
                        Events.SELF,
                        SOCIAL_CARE,
                        AdjustmentCause.BUDGET_WITHDRAWN,
                        Events.pence(17_500),
                        List.of(new AdjustmentLine(
                                p5,
                                SOCIAL_CARE,
                                Events.day("2025-07-28"),
                                Events.day("2025-08-24"),
                                "2025/26 P5",
                                new FinancialYear(2025),
                                Money.ofPence(70_000),
                                Money.ofPence(52_500),
                                Events.pence(17_500))),
                        Events.day("2025-08-18")),
                authorised(21_000),
                authorised(3_860));
        // The last day itself is not over: there is no final account yet.
        assertThat(account("2025-08-17").lastDay()).isNull();
        var view = account("2025-08-18");
        assertThat(view.lastDay()).isEqualTo(Events.day("2025-08-17"));
        assertThat(view.endedBy()).isEqualTo(EndedBy.WITHDRAWAL);
        assertThat(view.reason()).isEqualTo(Events.text("As reviewed"));
        assertThat(view.paidBeyond()).isEqualTo(Money.ofPence(17_500));
        assertThat(view.paidBeyondLines()).singleElement().satisfies(line -> {
            assertThat(line.paymentId()).isEqualTo(p5);
            assertThat(line.was()).isEqualTo(Money.ofPence(70_000));
            assertThat(line.now()).isEqualTo(Money.ofPence(52_500));
        });
        // 612.30 held, 210.00 and 38.60 are owed to suppliers: £363.70 remains.
        assertThat(view.balance()).isEqualTo(Money.ofPence(61_230));
        assertThat(view.authorised()).isEqualTo(Money.ofPence(24_860));
        assertThat(view.remains()).isEqualTo(Money.ofPence(36_370));
        assertThat(view.debts()).isEqualTo(Money.ofPence(17_500));
        assertThat(view.openMatters()).containsExactly(OpenMatter.BALANCE, OpenMatter.AUTHORISATIONS, OpenMatter.DEBTS);
        assertThat(view.canBeClosed()).isFalse();
    }

    @Test
    void a_budget_can_be_closed_at_zero_with_nothing_open() {
        var pool = new PoolId(UUID.randomUUID());
        readSide.append(
                budget,
                Events.opened(budget, "2025-05-01"),
                Events.deployed(Events.SELF, DegreeOfControl.SELF, "2025-05-01"),
                new TopUpReceived(
                        Events.entry(),
                        Events.SELF,
                        SOCIAL_CARE,
                        Events.pence(4_000),
                        Events.line(),
                        Events.day("2025-05-02")),
                Events.released(Events.SELF, "2025-05-05", Events.of(SOCIAL_CARE, 5_600)),
                new ContributedToPool(
                        pool, Events.entry(), Events.SELF, SOCIAL_CARE, Events.pence(1_600), Events.day("2025-05-06")),
                new BudgetWithdrawn(
                        Events.text("No need any more"),
                        Events.day("2025-06-01"),
                        new Alternative(
                                Alternative.Kind.NO_ELIGIBLE_NEED,
                                Events.day("2025-06-01"),
                                null,
                                Events.text("As agreed")),
                        null,
                        Events.day("2025-06-01")));
        assertThat(account("2025-06-02").openMatters()).containsExactly(OpenMatter.BALANCE, OpenMatter.POOLS);
        readSide.append(
                budget,
                new PoolShareReturned(pool, Events.SELF, SOCIAL_CARE, Events.pence(1_600), Events.day("2025-06-03")));
        // E15's kind of end: of £96.00 the top-ups of £40.00 are the person's own, £56.00 is public.
        var view = account("2025-06-03");
        assertThat(view.balance()).isEqualTo(Money.ofPence(9_600));
        assertThat(view.privateMoney()).isEqualTo(Money.ofPence(4_000));
        assertThat(view.publicMoney()).isEqualTo(Money.ofPence(5_600));
        assertThat(view.remains()).isEqualTo(Money.ofPence(5_600));
        readSide.append(
                budget,
                new FundsRecovered(
                        Events.entry(),
                        null,
                        Events.SELF,
                        SOCIAL_CARE,
                        Events.pence(5_600),
                        List.of(new OwedPart(Events.item(), Events.pence(1))),
                        null,
                        false,
                        Events.day("2025-06-04")),
                Events.spent(Events.SELF, SOCIAL_CARE, 4_000, "2025-06-04"));
        assertThat(account("2025-06-03").recovered()).isEqualTo(Money.ZERO);
        var zero = account("2025-06-04");
        assertThat(zero.recovered()).isEqualTo(Money.ofPence(5_600));
        assertThat(zero.openMatters()).isEmpty();
        assertThat(zero.canBeClosed()).isTrue();
        readSide.append(
                budget, new BudgetClosed(Events.text("Done"), Events.day("2025-06-01"), Events.day("2025-06-05")));
        assertThat(account("2025-06-05").canBeClosed()).isFalse();
    }

    private static SpendAuthorised authorised(long pence) {
        return new SpendAuthorised(
                Events.item(),
                Events.SELF,
                SOCIAL_CARE,
                Events.pence(pence),
                Events.day("2025-08-10"),
                null,
                null,
                null);
    }

    private FinalAccountView account(String day) {
        return readSide.ask(new GetFinalAccount(
                ReadSide.NORTHMERE,
                budget,
                Moment.about(Events.day(day)),
                Events.day("2025-12-01"),
                readSide.version(budget)));
    }
}
