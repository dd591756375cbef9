package org.budgetledger.projections.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Reference;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.api.budget.statement.GetStatement;
import org.budgetledger.api.budget.statement.LineKind;
import org.budgetledger.api.budget.statement.StatementLine;
import org.budgetledger.api.budget.statement.StatementView;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.projections.account.Account;
import org.budgetledger.projections.account.Balances;
import org.budgetledger.projections.book.BudgetBook;
import org.budgetledger.projections.book.BudgetBooks;
import org.budgetledger.projections.spending.Discretion;
import org.budgetledger.projections.stream.Columns;
import org.budgetledger.projections.stream.Page;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.projections.stream.Readings;
import org.springframework.jdbc.core.JdbcTemplate;

/** The entries of a budget in the order of their accounting dates. */
public final class StatementQueries {
    /** A payment's lines are one a stream, so an event never has so many. */
    private static final int MAX_LINES_PER_EVENT = 16;

    private final JdbcTemplate jdbc;
    private final Readings readings;
    private final BudgetBooks books;

    public StatementQueries(JdbcTemplate jdbc, Readings readings, BudgetBooks books) {
        this.jdbc = jdbc;
        this.readings = readings;
        this.books = books;
    }

    @QueryHandler
    Reading handle(GetStatement query) {
        return readings.ofStream(Projection.BUDGETS, query, asAt -> view(query, books.load(query.stream()), asAt));
    }

    private StatementView view(GetStatement query, BudgetBook book, AsAt asAt) {
        var balances = book.balancesOn(query.today());
        var discretion = Discretion.towards(query.viewer(), book.facts().of(SpendingEvent.class));
        var page = Page.of(query.paging(), (after, limit) -> lines(query, after, limit, discretion));
        return new StatementView(
                query.budgetId(),
                page.lines().stream().map(Placed::line).toList(),
                page.next(page.lines(), last -> new Cursor(last.line().effectiveOn(), last.position(), Cursor.NO_ID)),
                balances.total(LineKind.values()),
                Balances.sum(balances.accounts(), Account::managed),
                balances.balance(),
                query.today(),
                asAt);
    }

    private record Placed(long position, StatementLine line) {}

    private List<Placed> lines(GetStatement query, Cursor after, int limit, Discretion discretion) {
        return jdbc.query(
                """
                SELECT * FROM (
                    SELECT entry.*, version * ? + line AS position,
                        sum(amount) OVER (ORDER BY effective_on, version, line)::bigint AS running
                    FROM entry WHERE budget_id = ?) placed
                WHERE (effective_on, position) > (?, ?)
                ORDER BY effective_on, position LIMIT ?
                """,
                (row, _) -> new Placed(row.getLong("position"), line(row, discretion)),
                MAX_LINES_PER_EVENT,
                query.stream(),
                after.day(),
                after.position(),
                limit);
    }

    private static StatementLine line(ResultSet row, Discretion discretion) throws SQLException {
        var kind = LineKind.valueOf(row.getString("kind"));
        var spendId = Columns.entryOrNull(row, "spend_id");
        var category = row.getString("category");
        return new StatementLine(
                row.getLong("version"),
                new EntryId(Columns.uuid(row, "entry_id")),
                kind,
                Columns.money(row, "amount"),
                new DeploymentId(row.getString("deployment")),
                FundingStream.valueOf(row.getString("stream")),
                Columns.date(row, "effective_on"),
                Columns.instant(row, "recorded_at"),
                Columns.flags(row, "flags"),
                row.getBoolean("reversed"),
                Columns.entryOrNull(row, "reverses"),
                kind == LineKind.REFUND ? spendId : null,
                Columns.itemOrNull(row, "outcome_id"),
                category == null ? null : new Reference(category),
                discretion.shows(spendId) ? Columns.textOrNull(row, "description") : null,
                Columns.money(row, "running"));
    }
}
