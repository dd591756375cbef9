package org.budgetledger.projections.period;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Sha256;
import org.budgetledger.api.budget.statement.LineKind;
import org.budgetledger.api.period.AccountingPeriod;
import org.budgetledger.api.period.LateItem;
import org.budgetledger.api.period.LateItemPage;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.Paging;
import org.budgetledger.projections.stream.Columns;
import org.budgetledger.projections.stream.Page;
import org.springframework.jdbc.core.JdbcTemplate;

/** What came late for closed periods (R25). */
public final class LateItems {
    /** A payment's lines are one a stream, so an event never has so many. */
    private static final int MAX_LINES_PER_EVENT = 16;

    private final JdbcTemplate jdbc;

    public LateItems(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The entries of accounting dates in a period that were recorded after its pack was made.
     *
     * @param first it is the first closed period, which is late for all that is older, too
     * @param pack its pack
     * @param later the packs of the periods closed after it
     */
    public LateItemPage of(
            AuthorityId authority,
            AccountingPeriod period,
            boolean first,
            Sha256 pack,
            List<Sha256> later,
            Paging paging) {
        var page = Page.of(paging, (after, limit) -> items(authority, period, first, pack, later, after, limit));
        return new LateItemPage(
                period.firstDay(),
                period.lastDay(),
                page.lines().stream().map(Placed::item).toList(),
                page.next(
                        page.lines(),
                        last -> new Cursor(
                                last.item().effectiveOn(),
                                last.position(),
                                last.item().budgetId().value())));
    }

    private record Placed(long position, LateItem item) {}

    private List<Placed> items(
            AuthorityId authority,
            AccountingPeriod period,
            boolean first,
            Sha256 pack,
            List<Sha256> later,
            Cursor after,
            int limit) {
        return jdbc.query(
                """
                SELECT * FROM (
                    SELECT e.*, e.version * ? + e.line AS position, (
                        SELECT min(q.first_day) FROM period_pack q
                        JOIN period_pack_budget v ON v.pack_id = q.pack_id AND v.budget_id = e.budget_id
                        WHERE q.authority = b.authority AND q.sha256 = ANY (?) AND e.version <= v.version) AS posted_to
                    FROM budget b
                    LEFT JOIN period_pack_budget p ON p.budget_id = b.budget_id AND p.pack_id = (
                        SELECT pack_id FROM period_pack WHERE authority = ? AND sha256 = ? ORDER BY pack_id LIMIT 1)
                    JOIN entry e ON e.budget_id = b.budget_id AND e.version > coalesce(p.version, 0)
                    WHERE b.authority = ? AND e.effective_on <= ? AND (? OR e.effective_on >= ?)) placed
                WHERE (effective_on, position, budget_id) > (?, ?, ?)
                ORDER BY effective_on, position, budget_id LIMIT ?
                """,
                (row, _) -> new Placed(row.getLong("position"), item(row)),
                MAX_LINES_PER_EVENT,
                later.stream().map(Sha256::value).toArray(String[]::new),
                authority.value(),
                pack.value(),
                authority.value(),
                period.lastDay(),
                first,
                period.firstDay(),
                after.day(),
                after.position(),
                after.id(),
                limit);
    }

    private static LateItem item(ResultSet row) throws SQLException {
        return new LateItem(
                new BudgetId(Columns.uuid(row, "budget_id")),
                row.getLong("version"),
                new EntryId(Columns.uuid(row, "entry_id")),
                LineKind.valueOf(row.getString("kind")),
                new DeploymentId(row.getString("deployment")),
                FundingStream.valueOf(row.getString("stream")),
                Columns.money(row, "amount"),
                Columns.date(row, "effective_on"),
                Columns.instant(row, "recorded_at"),
                Columns.dateOrNull(row, "posted_to"));
    }
}
