package org.budgetledger.projections.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.budget.recovery.ListSurplusWatch;
import org.budgetledger.api.budget.recovery.SurplusWatchLine;
import org.budgetledger.api.budget.recovery.SurplusWatchPage;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.projections.book.BudgetBook;
import org.budgetledger.projections.book.BudgetBooks;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.projections.stream.Readings;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks through the budgets of an authority in the order of their ids. A page costs the same however many there are: a few
 * queries over the next {@link #MAX_BUDGETS_A_PAGE} whose accounts were paid more than was spent, so an authority of 25,000
 * is seen in some 125 pages at most, and nothing is kept for it between two of them.
 */
final class SurplusWatch {
    /** What one page looks through; more would keep a caller waiting where few are above. */
    private static final int MAX_BUDGETS_A_PAGE = 200;

    /** Beyond every account of a budget. */
    private static final long ALL_SEEN = Long.MAX_VALUE;

    private final JdbcTemplate jdbc;
    private final Readings readings;
    private final BudgetBooks books;

    SurplusWatch(JdbcTemplate jdbc, Readings readings, BudgetBooks books) {
        this.jdbc = jdbc;
        this.readings = readings;
        this.books = books;
    }

    SurplusWatchPage page(ListSurplusWatch query) {
        var after = Objects.requireNonNullElse(query.paging().after(), new Cursor(Cursor.NO_DAY, 0, Cursor.NO_ID));
        var ids = holding(query, after);
        var loaded = books.loadAll(ids);
        var stamps = readings.asAt(Projection.BUDGETS, ids);
        var lines = new ArrayList<SurplusWatchLine>();
        for (var id : ids) {
            var seen = id.equals(after.id()) ? after.position() : 0;
            var above = above(query, loaded, stamps, id);
            for (var place = Math.min(seen, above.size()); place < above.size(); place++) {
                if (lines.size() == query.paging().limit()) {
                    return new SurplusWatchPage(lines, new Cursor(Cursor.NO_DAY, place, id));
                }
                lines.add(above.get((int) place));
            }
        }
        return new SurplusWatchPage(
                lines, ids.size() == MAX_BUDGETS_A_PAGE ? new Cursor(Cursor.NO_DAY, ALL_SEEN, ids.getLast()) : null);
    }

    /** The next budgets with an account that more came into than went out of. */
    private List<UUID> holding(ListSurplusWatch query, Cursor after) {
        return jdbc.queryForList(
                """
                SELECT budget_id FROM budget
                WHERE authority = ? AND (budget_id > ? OR (budget_id = ? AND ?)) AND EXISTS (
                    SELECT FROM account WHERE account.budget_id = budget.budget_id
                        AND released + contributions + top_ups + interest + refunds + pool_returns + transfers_in
                            + suspense > spends + pool_contributions + transfers_out + recovered + contribution_refunds)
                ORDER BY budget_id LIMIT ?
                """,
                UUID.class,
                query.authority().value(),
                after.id(),
                after.id(),
                after.position() != ALL_SEEN,
                MAX_BUDGETS_A_PAGE);
    }

    private static List<SurplusWatchLine> above(
            ListSurplusWatch query, Map<UUID, BudgetBook> loaded, Map<UUID, AsAt> stamps, UUID id) {
        var book = loaded.get(id);
        var asAt = stamps.get(id);
        return book == null || asAt == null
                ? List.of()
                : Surplus.of(book, query.today(), query.weeks()).stream()
                        .filter(surplus -> surplus.account().balance().exceeds(surplus.forWeeks(query.minWeeks())))
                        .filter(surplus -> surplus.account().balance().isPositive())
                        .map(surplus -> line(new BudgetId(id), surplus, asAt))
                        .toList();
    }

    private static SurplusWatchLine line(BudgetId budget, Surplus surplus, AsAt asAt) {
        var account = surplus.account();
        var weekly = surplus.weekly();
        return new SurplusWatchLine(
                budget,
                surplus.key().deployment(),
                surplus.key().stream(),
                account.balance(),
                weekly,
                weekly.isZero() ? null : account.balance().pence() / weekly.pence(),
                surplus.weeks(),
                surplus.kept(),
                account.privateMoney(),
                account.suspense(),
                account.earmarked(),
                account.authorised(),
                surplus.amount(),
                asAt);
    }
}
