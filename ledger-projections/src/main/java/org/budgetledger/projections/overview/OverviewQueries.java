package org.budgetledger.projections.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.budgetledger.api.budget.allocation.AllocationNotified;
import org.budgetledger.api.budget.control.ControlChosen;
import org.budgetledger.api.budget.overview.BudgetPage;
import org.budgetledger.api.budget.overview.BudgetSummary;
import org.budgetledger.api.budget.overview.BudgetView;
import org.budgetledger.api.budget.overview.DeploymentView;
import org.budgetledger.api.budget.overview.GetBudget;
import org.budgetledger.api.budget.overview.ListBudgets;
import org.budgetledger.api.budget.plan.PlanAgreed;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.projections.book.BudgetBook;
import org.budgetledger.projections.book.BudgetBooks;
import org.budgetledger.projections.control.Deployments;
import org.budgetledger.projections.facts.Facts;
import org.budgetledger.projections.stream.Page;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.projections.stream.Readings;
import org.budgetledger.projections.suspension.Suspensions;
import org.budgetledger.projections.withdrawal.WithdrawalStanding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The outline of one budget, and lists of them. */
public final class OverviewQueries {
    private final JdbcTemplate jdbc;
    private final Readings readings;
    private final BudgetBooks books;

    public OverviewQueries(JdbcTemplate jdbc, Readings readings, BudgetBooks books) {
        this.jdbc = jdbc;
        this.readings = readings;
        this.books = books;
    }

    @QueryHandler
    Reading handle(GetBudget query) {
        return readings.ofStream(
                Projection.BUDGETS, query, asAt -> view(books.load(query.stream()), query.today(), asAt));
    }

    @QueryHandler
    Reading handle(ListBudgets query) {
        return readings.ofList(Projection.BUDGETS, () -> page(query));
    }

    private BudgetPage page(ListBudgets query) {
        var page = Page.of(
                query.paging(),
                (after, limit) ->
                        jdbc.queryForList("""
                SELECT budget_id FROM budget
                WHERE authority = ? AND (opened_on, budget_id) > (?, ?)
                ORDER BY opened_on, budget_id LIMIT ?
                """, UUID.class, query.authority().value(), after.day(), after.id(), limit));
        var loaded = books.loadAll(page.lines());
        var stamps = readings.asAt(Projection.BUDGETS, page.lines());
        var budgets = loaded.values().stream()
                .map(book -> summary(book, query.today(), stamps))
                .toList();
        return new BudgetPage(
                budgets,
                page.next(
                        budgets,
                        last -> new Cursor(last.openedOn(), 0, last.budgetId().value())));
    }

    private static BudgetSummary summary(BudgetBook book, LocalDate today, Map<UUID, AsAt> stamps) {
        var row = book.row();
        var balances = book.balancesOn(today);
        var withdrawal = WithdrawalStanding.of(book.facts());
        return new BudgetSummary(
                row.budgetId(),
                row.personRef(),
                row.openedOn(),
                notifiedOn(book.facts()),
                planAgreedOn(book.facts()),
                withdrawal.stage(),
                withdrawal.lastDay(),
                Suspensions.suspendedOn(today, book.facts()),
                balances.balance(),
                balances.free(),
                Objects.requireNonNull(stamps.get(row.budgetId().value())));
    }

    private static BudgetView view(BudgetBook book, LocalDate today, AsAt asAt) {
        var row = book.row();
        var facts = book.facts();
        var balances = book.balancesOn(today);
        var withdrawal = WithdrawalStanding.of(facts);
        return new BudgetView(
                row.budgetId(),
                row.authority(),
                row.personRef(),
                row.openedOn(),
                notifiedOn(facts),
                planAgreedOn(facts),
                facts.last(ControlChosen.class).map(ControlChosen::degrees).orElse(List.of()),
                Deployments.of(facts).inForceOn(today).stream()
                        .map(d -> new DeploymentView(d.deploymentId(), d.degree(), d.holder(), d.notional()))
                        .toList(),
                withdrawal.stage(),
                withdrawal.lastDay(),
                Suspensions.suspendedOn(today, facts),
                balances.balance(),
                balances.free(),
                balances.earmarked(),
                balances.authorised(),
                balances.suspense(),
                balances.debt(),
                today,
                asAt);
    }

    /** The day the person was first told (R7). */
    private static @Nullable LocalDate notifiedOn(Facts facts) {
        return facts.of(AllocationNotified.class).stream()
                .map(AllocationNotified::effectiveOn)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate planAgreedOn(Facts facts) {
        return facts.last(PlanAgreed.class).map(PlanAgreed::effectiveOn).orElse(null);
    }
}
