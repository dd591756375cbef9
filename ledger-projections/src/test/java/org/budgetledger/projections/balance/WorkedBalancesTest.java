package org.budgetledger.projections.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.balance.AccountView;
import org.budgetledger.api.budget.balance.BalanceView;
import org.budgetledger.api.budget.balance.DebtView;
import org.budgetledger.api.budget.balance.DeploymentSum;
import org.budgetledger.api.budget.balance.StreamSum;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.earmark.EarmarkPurpose;
import org.budgetledger.api.budget.earmark.EarmarkReleased;
import org.budgetledger.api.budget.earmark.EarmarkSet;
import org.budgetledger.api.budget.payment.ContributionReceived;
import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.CreditResolved;
import org.budgetledger.api.budget.payment.Holding;
import org.budgetledger.api.budget.payment.TopUpReceived;
import org.budgetledger.api.budget.review.GetCareManagerReview;
import org.budgetledger.api.budget.review.OverdrawnAccount;
import org.budgetledger.api.budget.spending.AuthorisationCancelled;
import org.budgetledger.api.budget.spending.RefundReceived;
import org.budgetledger.api.budget.spending.SpendAccepted;
import org.budgetledger.api.budget.spending.SpendAuthorised;
import org.budgetledger.api.budget.spending.SpendDisallowed;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.budgetledger.api.budget.spending.SpendQueried;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.projections.operations.Events;
import org.budgetledger.projections.operations.ReadSide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Balances of the worked examples (domain §11). */
class WorkedBalancesTest {
    private static final DeploymentId SELF = Events.SELF;
    private final BudgetId budget = Events.budget();

    @Test
    void e11_a_credit_that_is_more_than_is_left_of_a_spend_counts_in_the_balance_but_is_not_free() {
        try (var readSide = new ReadSide()) {
            var spend = Events.entry();
            readSide.append(
                    budget,
                    Events.opened(budget, "2025-07-01"),
                    Events.deployed(SELF, DegreeOfControl.SELF, "2025-07-01"),
                    Events.released(SELF, "2025-07-25", Events.of(FundingStream.SOCIAL_CARE, 50_000)),
                    Events.spent(spend, SELF, FundingStream.SOCIAL_CARE, 10_800, "2025-08-20", null, null, List.of()),
                    new RefundReceived(
                            Events.entry(),
                            spend,
                            SELF,
                            FundingStream.SOCIAL_CARE,
                            Events.pence(5_400),
                            Events.line(),
                            Events.day("2025-09-03")));
            // £500.00 − £108.00 + £54.00: the spend is £54.00 net.
            assertThat(readSide.balance(budget, Events.day("2025-09-04")).balance())
                    .isEqualTo(Money.ofPence(44_600));
            var credit = credit(FundingStream.SOCIAL_CARE, 6_000, Holding.SUSPENSE, spend);
            readSide.append(budget, credit);
            var view = readSide.balance(budget, Events.day("2025-09-05"));
            assertThat(view.balance()).isEqualTo(Money.ofPence(50_600));
            assertThat(view.suspense()).isEqualTo(Money.ofPence(6_000));
            assertThat(view.free()).isEqualTo(Money.ofPence(44_600));
            foots(view);
            readSide.append(budget, resolved(credit, CreditKind.INTEREST));
            var explained = readSide.balance(budget, Events.day("2025-09-06"));
            assertThat(explained.balance()).isEqualTo(Money.ofPence(50_600));
            assertThat(explained.free()).isEqualTo(Money.ofPence(50_600));
            assertThat(explained.accounts().getFirst().interest()).isEqualTo(Money.ofPence(6_000));
        }
    }

    @Test
    void e12_what_takes_a_stream_below_zero_does_not_spill_into_another() {
        try (var readSide = new ReadSide()) {
            readSide.append(
                    budget,
                    Events.opened(budget, "2025-04-01"),
                    Events.deployed(SELF, DegreeOfControl.SELF, "2025-05-05"),
                    Events.released(
                            SELF,
                            "2025-05-02",
                            Events.of(FundingStream.SOCIAL_CARE, 50_000),
                            Events.of(FundingStream.HEALTH, 36_000),
                            Events.of(FundingStream.INDEPENDENT_LIVING, 24_000),
                            Events.of(FundingStream.EQUIPMENT_AND_ADAPTATIONS, 480_000)),
                    new ContributionReceived(
                            Events.entry(),
                            SELF,
                            FundingStream.SOCIAL_CARE,
                            Events.pence(10_000),
                            Events.line(),
                            Events.day("2025-05-05")),
                    Events.spent(SELF, FundingStream.HEALTH, 12_000, "2025-05-10"),
                    Events.spent(SELF, FundingStream.SOCIAL_CARE, 36_000, "2025-05-12"),
                    Events.spent(SELF, FundingStream.INDEPENDENT_LIVING, 18_000, "2025-05-12"),
                    Events.spent(
                            Events.entry(),
                            SELF,
                            FundingStream.HEALTH,
                            30_000,
                            "2025-05-20",
                            null,
                            null,
                            List.of(SpendFlag.RING_FENCE)));
            var view = readSide.balance(budget, Events.day("2025-05-20"));
            assertThat(view.streams().stream()
                            .collect(Collectors.toMap(
                                    StreamSum::stream, sum -> sum.balance().pence())))
                    .containsOnly(
                            Map.entry(FundingStream.SOCIAL_CARE, 24_000L),
                            Map.entry(FundingStream.HEALTH, -6_000L),
                            Map.entry(FundingStream.INDEPENDENT_LIVING, 6_000L),
                            Map.entry(FundingStream.EQUIPMENT_AND_ADAPTATIONS, 480_000L));
            foots(view);
            var review = readSide.ask(new GetCareManagerReview(
                    ReadSide.NORTHMERE, budget, Events.day("2025-05-20"), readSide.version(budget)));
            assertThat(review.sumSufficient()).isFalse();
            assertThat(review.overdrawn())
                    .containsExactly(new OverdrawnAccount(SELF, FundingStream.HEALTH, Money.ofPence(-6_000)));
        }
    }

    @Test
    void e15_a_persons_own_money_is_counted_apart_and_a_prohibited_one_is_held_until_it_is_given_back() {
        try (var readSide = new ReadSide()) {
            var quarantined = credit(FundingStream.HEALTH, 2_640, Holding.QUARANTINE, null);
            readSide.append(
                    budget,
                    Events.opened(budget, "2025-04-01"),
                    Events.released(SELF, "2025-04-04", Events.of(FundingStream.SOCIAL_CARE, 85_440)),
                    new TopUpReceived(
                            Events.entry(),
                            SELF,
                            FundingStream.SOCIAL_CARE,
                            Events.pence(10_560),
                            Events.line(),
                            Events.day("2025-04-07")),
                    // The provider charges 4 × £240.00 a period, all of it paid.
                    Events.spent(SELF, FundingStream.SOCIAL_CARE, 96_000, "2025-05-04"),
                    quarantined);
            var held = readSide.balance(budget, Events.day("2025-05-05"));
            assertThat(held.balance()).isEqualTo(Money.ofPence(2_640));
            assertThat(held.free()).isEqualTo(Money.ZERO);
            var socialCare = held.accounts().get(0);
            assertThat(socialCare.stream()).isEqualTo(FundingStream.SOCIAL_CARE);
            assertThat(socialCare.topUps()).isEqualTo(Money.ofPence(10_560));
            assertThat(socialCare.released()).isEqualTo(Money.ofPence(85_440));
            assertThat(socialCare.balance()).isEqualTo(Money.ZERO);
            readSide.append(budget, resolved(quarantined, CreditKind.RETURNED));
            var returned = readSide.balance(budget, Events.day("2025-05-06"));
            assertThat(returned.balance()).isEqualTo(Money.ZERO);
            assertThat(returned.suspense()).isEqualTo(Money.ZERO);
            foots(returned);
        }
    }

    @Test
    void what_the_authority_manages_has_left_what_has_come_due_less_what_was_used() {
        try (var readSide = new ReadSide()) {
            readSide.append(
                    budget,
                    Events.opened(budget, "2025-04-01"),
                    Events.weekly(FundingStream.SOCIAL_CARE, 10_000, "2025-04-07"),
                    Events.spent(DeploymentId.AUTHORITY, FundingStream.SOCIAL_CARE, 3_000, "2025-04-10"));
            // Seven days of £100.00 a week less £30.00; on the eighth day £14.29 more (100/7, half up over 8 days:
            // £114.29).
            assertThat(readSide.balance(budget, Events.day("2025-04-13")).balance())
                    .isEqualTo(Money.ofPence(7_000));
            var view = readSide.balance(budget, Events.day("2025-04-14"));
            assertThat(view.balance()).isEqualTo(Money.ofPence(8_429));
            assertThat(view.accounts().getFirst().notional()).isTrue();
            assertThat(view.accounts().getFirst().entitledToDate()).isEqualTo(Money.ofPence(11_429));
            foots(view);
        }
    }

    @Test
    void an_earmark_an_open_authorisation_and_suspense_are_not_free() {
        try (var readSide = new ReadSide()) {
            var earmark = Events.item();
            var lapsing = Events.item();
            var cancelled = Events.item();
            var used = Events.item();
            readSide.append(
                    budget,
                    Events.opened(budget, "2025-04-01"),
                    Events.released(SELF, "2025-04-04", Events.of(FundingStream.SOCIAL_CARE, 100_000)),
                    new EarmarkSet(
                            earmark,
                            SELF,
                            FundingStream.SOCIAL_CARE,
                            Events.pence(25_000),
                            EarmarkPurpose.SAVINGS_GOAL,
                            Events.text("a DJ's deck"),
                            Events.day("2025-04-08")),
                    new EarmarkReleased(
                            earmark,
                            SELF,
                            FundingStream.SOCIAL_CARE,
                            Events.pence(5_000),
                            null,
                            Events.day("2025-04-09")),
                    authorised(lapsing, 10_000, Events.day("2025-05-01")),
                    authorised(cancelled, 7_000, null),
                    authorised(used, 3_000, null),
                    new AuthorisationCancelled(cancelled, Events.text("not needed"), Events.day("2025-04-10")),
                    new SpendRecorded(
                            Events.entry(),
                            SELF,
                            FundingStream.SOCIAL_CARE,
                            Events.pence(2_500),
                            Events.line(),
                            Events.day("2025-04-11"),
                            Events.day("2025-04-11"),
                            Events.day("2025-04-11"),
                            used,
                            null,
                            null,
                            null,
                            List.of(),
                            null,
                            null,
                            List.of()));
            // £1,000.00 − £25.00 = £975.00; set aside £200.00 and, until it lapses on 1 May, £100.00.
            var before = readSide.balance(budget, Events.day("2025-04-30"));
            assertThat(before.balance()).isEqualTo(Money.ofPence(97_500));
            assertThat(before.earmarked()).isEqualTo(Money.ofPence(20_000));
            assertThat(before.authorised()).isEqualTo(Money.ofPence(10_000));
            assertThat(before.free()).isEqualTo(Money.ofPence(67_500));
            assertThat(readSide.balance(budget, Events.day("2025-05-01")).free())
                    .isEqualTo(Money.ofPence(77_500));
            foots(before);
        }
    }

    @Test
    void a_debt_is_what_was_disallowed_item_by_item_until_it_is_accepted_after_all() {
        try (var readSide = new ReadSide()) {
            var spend = Events.entry();
            readSide.append(
                    budget,
                    Events.opened(budget, "2025-04-01"),
                    Events.spent(spend, SELF, FundingStream.SOCIAL_CARE, 4_200, "2025-04-10", null, null, List.of()),
                    new SpendQueried(spend, Events.text("What was it for?"), false, Events.day("2025-04-20")),
                    new SpendDisallowed(
                            spend,
                            SELF,
                            FundingStream.SOCIAL_CARE,
                            Events.pence(4_200),
                            Events.text("Against the law"),
                            Events.day("2025-04-25")));
            var owed = readSide.balance(budget, Events.day("2025-04-26"));
            assertThat(owed.debts()).isEqualTo(Money.ofPence(4_200));
            assertThat(owed.debtItems()).extracting(DebtView::spendId).containsExactly(spend);
            readSide.append(
                    budget,
                    new SpendQueried(spend, Events.text("Looked at again"), false, Events.day("2025-05-01")),
                    new SpendAccepted(spend, Events.text("It was lawful"), Events.day("2025-05-02")));
            assertThat(readSide.balance(budget, Events.day("2025-05-02")).debts())
                    .isEqualTo(Money.ZERO);
        }
    }

    private static void foots(BalanceView view) {
        assertThat(view.accounts().stream().map(AccountView::balance).reduce(Money.ZERO, Money::plus))
                .isEqualTo(view.balance());
        assertThat(view.deployments().stream().map(DeploymentSum::balance).reduce(Money.ZERO, Money::plus))
                .isEqualTo(view.balance());
        assertThat(view.streams().stream().map(StreamSum::balance).reduce(Money.ZERO, Money::plus))
                .isEqualTo(view.balance());
        assertThat(view.streams().stream().map(StreamSum::free).reduce(Money.ZERO, Money::plus))
                .isEqualTo(view.free());
        assertThat(view.balance()
                        .minus(view.earmarked())
                        .minus(view.authorised())
                        .minus(view.suspense()))
                .isEqualTo(view.free());
    }

    private static SpendAuthorised authorised(ItemId id, long pence, @Nullable LocalDate lapsesOn) {
        return new SpendAuthorised(
                id,
                SELF,
                FundingStream.SOCIAL_CARE,
                Events.pence(pence),
                Events.day("2025-04-08"),
                lapsesOn,
                null,
                null);
    }

    private static CreditReceived credit(FundingStream stream, long pence, Holding holding, @Nullable EntryId claimed) {
        return new CreditReceived(
                Events.entry(),
                SELF,
                stream,
                Events.pence(pence),
                holding,
                null,
                claimed,
                Events.line(),
                Events.day("2025-05-05"));
    }

    private static CreditResolved resolved(CreditReceived credit, CreditKind as) {
        return new CreditResolved(
                credit.creditId(),
                credit.deployment(),
                credit.stream(),
                credit.amount(),
                as,
                null,
                Events.text("The bank says so"),
                Events.day("2025-09-06"));
    }
}
