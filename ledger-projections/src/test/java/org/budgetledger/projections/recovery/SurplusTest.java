package org.budgetledger.projections.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.budgetledger.api.FundingStream.SOCIAL_CARE;

import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Money;
import org.budgetledger.api.Role;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.earmark.EarmarkPurpose;
import org.budgetledger.api.budget.earmark.EarmarkSet;
import org.budgetledger.api.budget.explanation.ExplainedItem;
import org.budgetledger.api.budget.explanation.Figure;
import org.budgetledger.api.budget.explanation.GetExplanation;
import org.budgetledger.api.budget.recovery.ContributionRefunded;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.recovery.GetRecoveries;
import org.budgetledger.api.budget.recovery.ListSurplusWatch;
import org.budgetledger.api.budget.recovery.NoticeView;
import org.budgetledger.api.budget.recovery.RecoveriesView;
import org.budgetledger.api.budget.recovery.RecoveryBasis;
import org.budgetledger.api.budget.recovery.RecoveryNoticeIssued;
import org.budgetledger.api.budget.recovery.RepresentationRecorded;
import org.budgetledger.api.budget.recovery.SurplusWatchLine;
import org.budgetledger.api.budget.recovery.SurplusWatchPage;
import org.budgetledger.api.budget.spending.SpendAuthorised;
import org.budgetledger.api.policy.SurplusWeeks;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.Paging;
import org.budgetledger.projections.operations.Events;
import org.budgetledger.projections.operations.ReadSide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R23 and R24 with E7's figures. */
class SurplusTest {
    private static final SurplusWeeks EIGHT = new SurplusWeeks(8, List.of());

    private final ReadSide readSide = new ReadSide();

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void a_surplus_is_what_is_left_beyond_everything_that_is_spoken_for() {
        var budget = holding(341_277);
        setAside(budget);
        // 3,412.77 − 142.15 − 600.00 − 250.00 − 186.40 − 8 x 240.00 = 314.22
        assertThat(watch(8, null, 50).accounts()).singleElement().satisfies(line -> {
            assertThat(line.balance()).isEqualTo(Money.ofPence(341_277));
            assertThat(line.weeksHeld()).isEqualTo(14);
            assertThat(line.threshold()).isEqualTo(Money.ofPence(192_000));
            assertThat(line.earmarked()).isEqualTo(Money.ofPence(99_215));
            assertThat(line.authorised()).isEqualTo(Money.ofPence(18_640));
            assertThat(line.surplus()).isEqualTo(Money.ofPence(31_422));
        });
        var explained = readSide.ask(new GetExplanation(
                ReadSide.NORTHMERE,
                budget,
                Figure.SURPLUS,
                null,
                null,
                Role.RECOVERY,
                EIGHT,
                Paging.first(50),
                Moment.NOW,
                Events.day("2025-10-19"),
                readSide.version(budget)));
        assertThat(explained.total()).isEqualTo(Money.ofPence(31_422));
        assertThat(explained.items())
                .extracting(ExplainedItem::type, item -> item.amount().pence())
                .containsExactlyInAnyOrder(
                        tuple(ExplainedItem.Type.HELD, 341_277L),
                        tuple(ExplainedItem.Type.EARMARK, -14_215L),
                        tuple(ExplainedItem.Type.EARMARK, -60_000L),
                        tuple(ExplainedItem.Type.EARMARK, -25_000L),
                        tuple(ExplainedItem.Type.AUTHORISATION, -18_640L),
                        tuple(ExplainedItem.Type.WEEKS_KEPT, -192_000L));
    }

    @Test
    void what_came_of_a_notice_is_told_until_nothing_is_outstanding() {
        var budget = holding(341_277);
        var notice = Events.item();
        readSide.append(
                budget,
                new RecoveryNoticeIssued(
                        notice,
                        RecoveryBasis.SURPLUS,
                        Events.item(),
                        null,
                        Events.SELF,
                        SOCIAL_CARE,
                        Money.ofPence(26_185),
                        Money.ofPence(5_237),
                        Money.ZERO,
                        Events.text("More than eight weeks"),
                        null,
                        Events.day("2025-11-17"),
                        Events.day("2025-10-20")),
                new RepresentationRecorded(notice, Events.text("It is for a holiday"), Events.day("2025-10-30")));
        var open = recoveries(budget);
        assertThat(open.asked()).isEqualTo(Money.ofPence(26_185));
        assertThat(open.notices()).singleElement().satisfies(told -> {
            assertThat(told.open()).isTrue();
            assertThat(told.dueOn()).isEqualTo(Events.day("2025-11-17"));
            assertThat(told.representations())
                    .extracting(NoticeView.Representation::representation)
                    .containsExactly(Events.text("It is for a holiday"));
        });
        var recovery = Events.entry();
        readSide.append(
                budget,
                new FundsRecovered(
                        recovery,
                        notice,
                        Events.SELF,
                        SOCIAL_CARE,
                        Events.pence(26_185),
                        List.of(),
                        null,
                        false,
                        Events.day("2025-11-17")),
                new ContributionRefunded(
                        Events.entry(),
                        recovery,
                        notice,
                        Events.SELF,
                        SOCIAL_CARE,
                        Events.pence(5_237),
                        Events.day("2025-11-17")));
        var met = recoveries(budget);
        assertThat(met.recovered()).isEqualTo(Money.ofPence(26_185));
        assertThat(met.refunded()).isEqualTo(Money.ofPence(5_237));
        assertThat(met.asked()).isEqualTo(Money.ZERO);
        assertThat(met.notices())
                .singleElement()
                .satisfies(told -> assertThat(told.open()).isFalse());
        assertThat(readSide.balance(budget, Events.day("2025-11-17")).balance()).isEqualTo(Money.ofPence(309_855));
    }

    @Test
    void the_watch_comes_in_pages_and_lists_only_what_is_above_the_weeks() {
        // £240.00 a week: nine weeks and one penny more than eight are above eight weeks, eight weeks are not.
        var above = new ArrayList<>(List.of(holding(216_000), holding(192_001), holding(500_000)));
        holding(192_000);
        var pages = new ArrayList<SurplusWatchLine>();
        @Nullable Cursor next = null;
        do {
            var page = watch(8, next, 1);
            pages.addAll(page.accounts());
            next = page.next();
        } while (next != null);
        assertThat(pages).extracting(SurplusWatchLine::budgetId).containsExactlyInAnyOrderElementsOf(above);
        assertThat(watch(9, null, 50).accounts())
                .extracting(SurplusWatchLine::budgetId)
                .containsExactly(above.getLast());
    }

    private BudgetId holding(long pence) {
        var budget = Events.budget();
        readSide.append(
                budget,
                Events.opened(budget, "2025-04-01"),
                Events.weekly(SOCIAL_CARE, 24_000, "2025-04-07"),
                new ContributionAssessed(
                        SOCIAL_CARE, Money.ofPence(4_000), Events.day("2025-04-07"), null, Events.text("As assessed")),
                Events.deployed(Events.SELF, DegreeOfControl.SELF, "2025-04-07"),
                Events.released(Events.SELF, "2025-09-22", Events.of(SOCIAL_CARE, pence)));
        return budget;
    }

    private void setAside(BudgetId budget) {
        readSide.append(
                budget,
                earmark(EarmarkPurpose.TAX, 14_215),
                earmark(EarmarkPurpose.REDUNDANCY, 60_000),
                earmark(EarmarkPurpose.SAVINGS_GOAL, 25_000),
                new SpendAuthorised(
                        Events.item(),
                        Events.SELF,
                        SOCIAL_CARE,
                        Events.pence(18_640),
                        Events.day("2025-10-18"),
                        null,
                        null,
                        Events.text("An unpaid invoice")));
    }

    private static EarmarkSet earmark(EarmarkPurpose purpose, long pence) {
        return new EarmarkSet(
                Events.item(), Events.SELF, SOCIAL_CARE, Events.pence(pence), purpose, null, Events.day("2025-10-01"));
    }

    private SurplusWatchPage watch(int weeks, @Nullable Cursor after, int limit) {
        readSide.settle();
        return readSide.ask(new ListSurplusWatch(
                ReadSide.NORTHMERE, weeks, EIGHT, new Paging(after, limit), Events.day("2025-10-19")));
    }

    private RecoveriesView recoveries(BudgetId budget) {
        return readSide.ask(new GetRecoveries(
                ReadSide.NORTHMERE, budget, Moment.NOW, Events.day("2025-12-01"), readSide.version(budget)));
    }
}
