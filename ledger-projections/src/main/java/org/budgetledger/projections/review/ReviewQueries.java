package org.budgetledger.projections.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.budgetledger.api.budget.review.CaseloadPage;
import org.budgetledger.api.budget.review.GetCareManagerReview;
import org.budgetledger.api.budget.review.GetRecipientReview;
import org.budgetledger.api.budget.review.GetTrustReview;
import org.budgetledger.api.budget.review.ListCaseload;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.projections.book.BudgetBook;
import org.budgetledger.projections.book.BudgetBooks;
import org.budgetledger.projections.pool.PoolMembers;
import org.budgetledger.projections.stream.Page;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.projections.stream.Readings;
import org.springframework.jdbc.core.JdbcTemplate;

/** The three pages of a Step 7 review and the care manager's caseload: the same figures from the same stamp. */
public final class ReviewQueries {
    private final JdbcTemplate jdbc;
    private final Readings readings;
    private final BudgetBooks books;
    private final Spends spends;
    private final PoolMembers pools;

    public ReviewQueries(JdbcTemplate jdbc, Readings readings, BudgetBooks books) {
        this.jdbc = jdbc;
        this.readings = readings;
        this.books = books;
        this.spends = new Spends(jdbc);
        this.pools = new PoolMembers(jdbc);
    }

    @QueryHandler
    Reading handle(GetRecipientReview query) {
        return readings.ofStream(
                Projection.BUDGETS,
                query,
                asAt -> new RecipientPage(books.load(query.stream()), query.today()).view(asAt));
    }

    @QueryHandler
    Reading handle(GetTrustReview query) {
        return readings.ofStream(
                Projection.BUDGETS,
                query,
                asAt -> new TrustPage(books.load(query.stream()), spends, query.today()).view(asAt));
    }

    @QueryHandler
    Reading handle(GetCareManagerReview query) {
        return readings.ofStream(
                Projection.BUDGETS,
                query,
                asAt -> page(books.load(query.stream()), query.today()).view(asAt));
    }

    @QueryHandler
    Reading handle(ListCaseload query) {
        return readings.ofList(Projection.BUDGETS, () -> caseload(query));
    }

    private CaseloadPage caseload(ListCaseload query) {
        var page = Page.of(
                query.paging(),
                (after, limit) ->
                        jdbc.queryForList("""
                SELECT budget_id FROM budget
                WHERE authority = ? AND (review_due_on, budget_id) > (?, ?)
                ORDER BY review_due_on, budget_id LIMIT ?
                """, UUID.class, query.authority().value(), after.day(), after.id(), limit));
        var stamps = readings.asAt(Projection.BUDGETS, page.lines());
        var lines = books.loadAll(page.lines()).values().stream()
                .map(book -> new CareManagerPage(book, spends, List.of(), query.today())
                        .line(Objects.requireNonNull(
                                stamps.get(book.row().budgetId().value()))))
                .toList();
        return new CaseloadPage(
                lines,
                page.next(
                        lines,
                        last -> new Cursor(
                                last.reviewDueOn() == null ? Cursor.NO_DAY : last.reviewDueOn(),
                                0,
                                last.budgetId().value())));
    }

    private CareManagerPage page(BudgetBook book, LocalDate today) {
        return new CareManagerPage(
                book, spends, pools.ofBudget(book.row().budgetId().value()), today);
    }
}
