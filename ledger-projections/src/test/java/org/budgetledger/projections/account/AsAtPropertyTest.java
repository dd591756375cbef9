package org.budgetledger.projections.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.Role;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.balance.BalanceView;
import org.budgetledger.api.budget.balance.GetBalance;
import org.budgetledger.api.budget.balance.GetDebts;
import org.budgetledger.api.budget.spending.SpendAccepted;
import org.budgetledger.api.budget.spending.SpendAuthorised;
import org.budgetledger.api.budget.spending.SpendDisallowed;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.budget.statement.GetStatement;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.Paging;
import org.budgetledger.projections.operations.Events;
import org.budgetledger.projections.operations.ReadSide;
import org.junit.jupiter.api.Test;

/** R26: what was known on one day about another is what a naive ledger made of it then, and stays so. */
class AsAtPropertyTest {
    /** The goal of the work: the same figures over ten thousand histories. */
    private static final int HISTORIES = 10_000;

    private static final int STEPS = 10;

    /** How many are also asked while half of what will happen has not happened yet. */
    private static final int ASKED_BEFORE = 300;

    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @Test
    void what_was_known_about_a_day_never_changes() {
        var first = System.nanoTime();
        var stories = IntStream.range(0, HISTORIES)
                .mapToObj(i -> new Story(first + i))
                .toList();
        try (var readSide = new ReadSide()) {
            var longest = stories.stream()
                    .mapToInt(story -> story.events.size())
                    .max()
                    .orElseThrow();
            append(readSide, stories, 0, longest / 2);
            readSide.settle();
            var before = stories.stream()
                    .limit(ASKED_BEFORE)
                    .map(story -> story.ask(readSide, readSide.version(story.history.budget)))
                    .toList();
            append(readSide, stories, longest / 2, longest);
            readSide.settle();
            for (var i = 0; i < HISTORIES; i++) {
                var story = stories.get(i);
                story.agreesWithTheModel(readSide);
                if (i < ASKED_BEFORE) {
                    story.stillAnswers(before.get(i), readSide);
                    story.isWhatItIsNow(readSide);
                }
            }
        }
    }

    /** Interleaved, so that streams grow beside one another. */
    private static void append(ReadSide readSide, List<Story> stories, int from, int to) {
        for (var i = from; i < to; i++) {
            for (var story : stories) {
                if (i < story.events.size()) {
                    story.recordedAt.add(readSide.append(story.history.budget, story.events.get(i)));
                }
            }
            readSide.settle();
        }
    }

    /** One budget's history, and the moment that is asked about. */
    private static final class Story {
        private final RandomHistory history;
        private final List<BudgetEvent> events;
        private final List<Instant> recordedAt = new ArrayList<>();
        private final Random random;
        private final LocalDate day;
        private final int known;

        Story(long seed) {
            history = new RandomHistory(seed, STEPS);
            random = new Random(seed);
            events = new ArrayList<>(history.events);
            events.replaceAll(this::lapsing);
            allocate(FundingStream.EDUCATION);
            allocate(FundingStream.HOUSING_SUPPORT);
            List.copyOf(events).forEach(this::judge);
            day = LocalDate.of(2025, 4, 1).plusDays(random.nextInt(30));
            known = 1 + random.nextInt(events.size());
        }

        /** So much a day, with no pennies to round, on a stream that nothing else is about. */
        private void allocate(FundingStream stream) {
            var at = 1 + random.nextInt(events.size());
            events.add(
                    at,
                    Events.weekly(stream, 7L * (1 + random.nextInt(10_000)), "2025-04-" + (10 + random.nextInt(20))));
        }

        /** Some authorisations lapse soon. */
        private BudgetEvent lapsing(BudgetEvent event) {
            return event instanceof SpendAuthorised e && random.nextBoolean()
                    ? new SpendAuthorised(
                            e.authorisationId(),
                            e.deployment(),
                            e.stream(),
                            e.amount(),
                            e.effectiveOn(),
                            e.effectiveOn().plusDays(1 + random.nextInt(20)),
                            e.purchase(),
                            e.purpose())
                    : event;
        }

        /** Some spends are disallowed later, and some of those are accepted after all. */
        private void judge(BudgetEvent event) {
            if (event instanceof SpendRecorded spend && random.nextBoolean()) {
                var on = LocalDate.of(2025, 4, 7).plusDays(random.nextInt(25));
                events.add(new SpendDisallowed(
                        spend.spendId(),
                        spend.deployment(),
                        spend.stream(),
                        spend.amount(),
                        Events.text("Not agreed"),
                        on));
                if (random.nextBoolean()) {
                    events.add(new SpendAccepted(
                            spend.spendId(), Events.text("Agreed after all"), on.plusDays(random.nextInt(5))));
                }
            }
        }

        private BalanceView ask(ReadSide readSide, long version) {
            return ask(readSide, Moment.about(day).ofVersion(version));
        }

        private BalanceView ask(ReadSide readSide, Moment moment) {
            return readSide.ask(new GetBalance(ReadSide.NORTHMERE, history.budget, moment, LAST, 0));
        }

        void agreesWithTheModel(ReadSide readSide) {
            var model = new NaiveAsAt(events.subList(0, known), day);
            var view = ask(readSide, Moment.knownAt(recordedAt.get(known - 1).plusMillis(random.nextInt(1_000)), day));
            assertThat(view.balance().pence()).as(history.seed()).isEqualTo(model.balance());
            assertThat(view.free().pence()).as(history.seed()).isEqualTo(model.free());
            assertThat(view.debts().pence()).as(history.seed()).isEqualTo(model.debt());
            assertThat(view.asAt().streamVersion()).as(history.seed()).isEqualTo(known);
            assertThat(view.asAt().chainHash()).as(history.seed()).isEqualTo(ReadSide.hash(history.budget, known));
        }

        /** To the last word, after as many events again. */
        void stillAnswers(BalanceView before, ReadSide readSide) {
            var stamp = before.asAt();
            assertThat(ask(readSide, stamp.streamVersion())).as(history.seed()).isEqualTo(before);
            assertThat(ask(readSide, Moment.knownAt(stamp.knownAt(), day)))
                    .as(history.seed())
                    .isEqualTo(before);
        }

        /** The latest that is known about a day that nothing is dated after is the plain balance, and the statement ends there. */
        void isWhatItIsNow(ReadSide readSide) {
            var now = readSide.balance(history.budget, LAST);
            assertThat(ask(readSide, Moment.about(LAST))).as(history.seed()).isEqualTo(now);
            var from = day;
            var statement = readSide.ask(new GetStatement(
                    ReadSide.NORTHMERE,
                    history.budget,
                    Role.AUDITOR,
                    Moment.about(LAST),
                    from,
                    Paging.first(Paging.MAX_LINES),
                    LAST,
                    0));
            assertThat(statement.opening().pence())
                    .as(history.seed())
                    .isEqualTo(new NaiveAsAt(events, from.minusDays(1)).balance());
            assertThat(statement.lines().getLast().runningBalance())
                    .as(history.seed())
                    .isEqualTo(now.balance());
            assertThat(statement.opening().plus(statement.linesTotal()))
                    .as(history.seed())
                    .isEqualTo(now.balance());
            assertThat(statement.lines().stream().map(line -> line.amount()).reduce(Money.ZERO, Money::plus))
                    .as(history.seed())
                    .isEqualTo(statement.linesTotal());
            assertThat(readSide.ask(new GetDebts(ReadSide.NORTHMERE, history.budget, Moment.about(LAST), LAST, 0))
                            .debts())
                    .as(history.seed())
                    .isEqualTo(now.debts());
        }
    }
}
