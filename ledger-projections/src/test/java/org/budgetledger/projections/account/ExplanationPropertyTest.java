package org.budgetledger.projections.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Money;
import org.budgetledger.api.Role;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.balance.AccountView;
import org.budgetledger.api.budget.balance.BalanceView;
import org.budgetledger.api.budget.balance.GetBalance;
import org.budgetledger.api.budget.entitlement.Entitlement;
import org.budgetledger.api.budget.explanation.ExplainedItem;
import org.budgetledger.api.budget.explanation.Figure;
import org.budgetledger.api.budget.explanation.GetExplanation;
import org.budgetledger.api.policy.SurplusWeeks;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.Paging;
import org.budgetledger.projections.operations.ReadSide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever happens to a budget, the items of a figure add up to it, now and as it was known. */
class ExplanationPropertyTest {
    private static final int HISTORIES = 60;
    private static final int STEPS = 40;
    private static final int WEEKS = 8;
    private static final Set<Figure> EXPLAINED = EnumSet.noneOf(Figure.class);
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 1);

    @Test
    void the_items_of_a_figure_add_up_to_it() {
        var first = System.nanoTime();
        try (var readSide = new ReadSide()) {
            var stories = IntStream.range(0, HISTORIES)
                    .mapToObj(i -> new Story(first + i))
                    .toList();
            var longest = stories.stream()
                    .mapToInt(story -> story.events.size())
                    .max()
                    .orElseThrow();
            for (var i = 0; i < longest; i++) {
                for (var story : stories) {
                    if (i < story.events.size()) {
                        story.recordedAt.add(readSide.append(story.budget, story.events.get(i)));
                    }
                }
            }
            readSide.settle();
            stories.forEach(story -> story.agrees(readSide));
            assertThat(EXPLAINED).as("figures that were more than nothing").containsExactlyInAnyOrder(Figure.values());
        }
    }

    private static final class Story {
        private final String seed;
        private final BudgetId budget;
        private final List<BudgetEvent> events;
        private final List<Instant> recordedAt = new ArrayList<>();
        private final Random random;

        Story(long seed) {
            var history = new RandomHistory(seed, STEPS);
            this.seed = history.seed();
            this.budget = history.budget;
            this.events = RandomDues.among(history.events, seed, STEPS);
            this.random = new Random(seed);
        }

        void agrees(ReadSide readSide) {
            agrees(readSide, Moment.NOW, events.size());
            var known = random.nextInt(events.size());
            agrees(
                    readSide,
                    Moment.knownAt(
                            recordedAt.get(known), LocalDate.of(2025, 4, 1).plusDays(random.nextInt(200))),
                    known + 1);
        }

        private void agrees(ReadSide readSide, Moment moment, int known) {
            var view =
                    readSide.ask(new GetBalance(ReadSide.NORTHMERE, budget, moment, TODAY, readSide.version(budget)));
            var explained = new Explained(readSide, moment);
            explained.isSum(Figure.BALANCE, view.balance(), AccountView::balance, view);
            explained.isSum(Figure.FREE, view.free(), AccountView::free, view);
            explained.isSum(Figure.ARREARS, view.arrears(), account -> arrears(account, view), view);
            explained.isSum(Figure.DEBTS, view.debts(), account -> debts(account, view), view);
            explained.isSum(
                    Figure.CONTRIBUTION_ARREARS,
                    sum(view, AccountView::contributionArrears),
                    AccountView::contributionArrears,
                    view);
            var book = Entitlement.of(events.subList(0, known));
            var day = moment.dayOr(TODAY);
            explained.isSum(
                    Figure.ENTITLEMENT,
                    sum(view, account -> book.upTo(day, key(account))),
                    account ->
                            account.entitledToDate() == null ? book.upTo(day, key(account)) : account.entitledToDate(),
                    view);
            explained.isSum(
                    Figure.SURPLUS,
                    sum(view, account -> surplus(account, book.weeklyOn(key(account), day))),
                    account -> surplus(account, book.weeklyOn(key(account), day)),
                    view);
        }

        private final class Explained {
            private final ReadSide readSide;
            private final Moment moment;

            Explained(ReadSide readSide, Moment moment) {
                this.readSide = readSide;
                this.moment = moment;
            }

            void isSum(Figure figure, Money total, Function<AccountView, Money> ofAccount, BalanceView view) {
                assertThat(all(figure, null))
                        .as("%s of %s at %s", figure, seed, moment)
                        .isEqualTo(total);
                for (var account : view.accounts()) {
                    assertThat(all(figure, account))
                            .as("%s of %s in %s at %s", figure, seed, key(account), moment)
                            .isEqualTo(ofAccount.apply(account));
                }
            }

            /** The items of all pages, which are as long as the view says. */
            private Money all(Figure figure, @Nullable AccountView account) {
                var items = new ArrayList<ExplainedItem>();
                @Nullable Cursor next = null;
                do {
                    var page = readSide.ask(new GetExplanation(
                            ReadSide.NORTHMERE,
                            budget,
                            figure,
                            account == null ? null : account.deployment(),
                            account == null ? null : account.stream(),
                            Role.AUDITOR,
                            new SurplusWeeks(WEEKS, List.of()),
                            new Paging(next, 30),
                            moment,
                            TODAY,
                            readSide.version(budget)));
                    items.addAll(page.items());
                    next = page.next();
                    var sum = items.stream().map(ExplainedItem::amount).reduce(Money.ZERO, Money::plus);
                    if (next == null) {
                        assertThat(items).as(seed).hasSize(page.count());
                        assertThat(sum).as(seed).isEqualTo(page.total());
                    }
                } while (next != null);
                return items.stream().map(ExplainedItem::amount).reduce(Money.ZERO, Money::plus);
            }
        }
    }

    private static Money sum(BalanceView view, Function<AccountView, Money> figure) {
        return view.accounts().stream().map(figure).reduce(Money.ZERO, Money::plus);
    }

    private static Money arrears(AccountView account, BalanceView view) {
        return view.arrearsItems().stream()
                .filter(item -> key(account).equals(new AccountKey(item.deployment(), item.stream())))
                .map(item -> item.amount())
                .reduce(Money.ZERO, Money::plus);
    }

    private static Money debts(AccountView account, BalanceView view) {
        return view.debtItems().stream()
                .filter(item -> key(account).equals(new AccountKey(item.deployment(), item.stream())))
                .map(item -> item.amount())
                .reduce(Money.ZERO, Money::plus);
    }

    /** R24, in pence. */
    private static Money surplus(AccountView account, Money weekly) {
        var held = account.balance().pence();
        var own = Math.min(account.topUps().pence(), Math.max(0, held));
        var left = held
                - own
                - account.suspense().pence()
                - account.earmarked().pence()
                - account.authorised().pence()
                - WEEKS * weekly.pence();
        return account.notional() ? Money.ZERO : Money.ofPence(Math.max(0, left));
    }

    private static AccountKey key(AccountView account) {
        return new AccountKey(account.deployment(), account.stream());
    }
}
