package org.budgetledger.projections.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.Role;
import org.budgetledger.api.budget.spending.EntryKind;
import org.budgetledger.api.budget.spending.EntryReversed;
import org.budgetledger.api.budget.spending.RefundReceived;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.budget.statement.GetStatement;
import org.budgetledger.api.budget.statement.StatementLine;
import org.budgetledger.api.budget.statement.StatementView;
import org.budgetledger.api.budget.transfer.MovedBetweenDeployments;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.Paging;
import org.budgetledger.projections.operations.Events;
import org.budgetledger.projections.operations.ReadSide;
import org.junit.jupiter.api.Test;

/** The lines of a statement, their order and their running balance. */
class StatementTest {
    private final BudgetId budget = Events.budget();

    @Test
    void lines_come_in_the_order_of_their_accounting_dates_with_a_running_balance_over_all_pages() {
        try (var readSide = new ReadSide()) {
            var spend = Events.entry();
            var wrong = Events.entry();
            readSide.append(
                    budget,
                    Events.opened(budget, "2025-04-01"),
                    Events.released(
                            Events.SELF,
                            "2025-04-04",
                            Events.of(FundingStream.SOCIAL_CARE, 50_000),
                            Events.of(FundingStream.HEALTH, 36_000)),
                    spent(wrong, 1_000, "2025-04-20"),
                    // Recorded later, but it happened earlier.
                    spent(spend, 2_500, "2025-04-10"),
                    new EntryReversed(
                            Events.entry(),
                            wrong,
                            EntryKind.SPEND,
                            Events.SELF,
                            FundingStream.SOCIAL_CARE,
                            Events.pence(1_000),
                            null,
                            Events.text("Not ours"),
                            Events.day("2025-04-22")),
                    new RefundReceived(
                            Events.entry(),
                            spend,
                            Events.SELF,
                            FundingStream.SOCIAL_CARE,
                            Events.pence(500),
                            Events.line(),
                            Events.day("2025-04-23")),
                    new MovedBetweenDeployments(
                            Events.entry(),
                            Events.SELF,
                            Events.TRUST,
                            FundingStream.SOCIAL_CARE,
                            Events.pence(7_000),
                            Events.text("A new trust"),
                            Events.day("2025-04-24")));
            var lines = allPages(readSide);
            assertThat(lines)
                    .extracting(
                            line -> line.amount().pence(),
                            line -> line.runningBalance().pence())
                    .containsExactly(
                            tuple(50_000L, 50_000L),
                            tuple(36_000L, 86_000L),
                            tuple(-2_500L, 83_500L),
                            tuple(-1_000L, 82_500L),
                            tuple(1_000L, 83_500L),
                            tuple(500L, 84_000L),
                            tuple(-7_000L, 77_000L),
                            tuple(7_000L, 84_000L));
            assertThat(lines)
                    .extracting(StatementLine::reversed)
                    .containsExactly(false, false, false, true, false, false, false, false);
            assertThat(lines.get(4).reverses()).isEqualTo(wrong);
            assertThat(lines.get(5).refundOf()).isEqualTo(spend);
            var view = page(readSide, Paging.first(1));
            assertThat(view.linesTotal()).isEqualTo(Money.ofPence(84_000));
            assertThat(view.balance()).isEqualTo(Money.ofPence(84_000));
            assertThat(readSide.balance(budget, Events.day("2025-05-01")).balance())
                    .isEqualTo(Money.ofPence(84_000));
        }
    }

    private List<StatementLine> allPages(ReadSide readSide) {
        var lines = new ArrayList<StatementLine>();
        var paging = Paging.first(3);
        while (true) {
            var view = page(readSide, paging);
            lines.addAll(view.lines());
            if (view.next() == null) {
                return lines;
            }
            paging = paging.after(Cursor.of(view.next().toString()));
        }
    }

    private StatementView page(ReadSide readSide, Paging paging) {
        return readSide.ask(new GetStatement(
                ReadSide.NORTHMERE,
                budget,
                Role.HOLDER,
                Moment.NOW,
                null,
                paging,
                Events.day("2025-05-01"),
                readSide.version(budget)));
    }

    private static SpendRecorded spent(EntryId id, long pence, String on) {
        return Events.spent(id, Events.SELF, FundingStream.SOCIAL_CARE, pence, on, null, null, List.of());
    }
}
