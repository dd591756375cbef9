package org.budgetledger.projections.statement;

import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.api.budget.statement.GetStatement;
import org.budgetledger.api.budget.statement.StatementView;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.projections.account.Account;
import org.budgetledger.projections.account.Balances;
import org.budgetledger.projections.book.BudgetBook;
import org.budgetledger.projections.book.BudgetBooks;
import org.budgetledger.projections.spending.Discretion;
import org.budgetledger.projections.stream.Cut;
import org.budgetledger.projections.stream.Page;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.projections.stream.Readings;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statement of account of a budget: its entries, and what came due where no money is held, by their accounting dates. */
public final class StatementQueries {
    private final StatementLines lines;
    private final Readings readings;
    private final BudgetBooks books;

    public StatementQueries(JdbcTemplate jdbc, Readings readings, BudgetBooks books) {
        this.lines = new StatementLines(jdbc);
        this.readings = readings;
        this.books = books;
    }

    @QueryHandler
    Reading handle(GetStatement query) {
        return readings.ofStream(
                Projection.BUDGETS,
                query,
                query.moment(),
                (cut, asAt) -> view(query, books.load(query.stream(), cut), cut, asAt));
    }

    private StatementView view(GetStatement query, BudgetBook book, Cut cut, AsAt asAt) {
        var day = query.moment().dayOr(query.today());
        var balances = book.balancesOn(day);
        var span = new StatementLines.Span(
                query.stream(), cut, query.from(), Due.upTo(day, query.from(), balances, book.facts()));
        var discretion = discretion(query, book);
        var page = Page.of(query.paging(), (after, limit) -> lines.after(after, limit, span, discretion));
        var opening = query.from() == null ? Money.ZERO : lines.before(query.from(), span);
        return new StatementView(
                query.budgetId(),
                query.from(),
                opening,
                page.lines().stream().map(StatementLines.Placed::line).toList(),
                page.next(page.lines(), last -> new Cursor(last.line().effectiveOn(), last.position(), Cursor.NO_ID)),
                balances.balance().minus(opening),
                Balances.sum(balances.accounts(), Account::managed),
                balances.balance(),
                day,
                asAt);
    }

    /** What may be shown depends on who asks and what is being asked about by now, whenever the figures were known (R30). */
    private Discretion discretion(GetStatement query, BudgetBook book) {
        var facts = book.cut().equals(Cut.NONE) ? book.facts() : books.facts(query.stream());
        return Discretion.towards(query.viewer(), List.copyOf(facts.of(SpendingEvent.class)));
    }
}
