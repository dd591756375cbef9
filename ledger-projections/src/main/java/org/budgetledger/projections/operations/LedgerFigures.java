package org.budgetledger.projections.operations;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Figures over the whole ledger for whoever watches it: one query each over tables of one line a budget, an account or a
 * stream, so that what they cost grows with the people served and not with what happens to them.
 */
public final class LedgerFigures {
    /** Nobody waits for these, and they must not wait for each other. */
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private final JdbcTemplate jdbc;

    public LedgerFigures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.setQueryTimeout(Math.toIntExact(AT_MOST.toSeconds()));
    }

    /** How many budgets of an authority have a review that should have been held (R27). */
    public record ReviewsOverdue(String authority, long budgets) {}

    /** What the accounts of one stream of an authority's hold together. */
    public record MoneyHeld(String authority, String stream, long pence) {}

    /** For every authority; reviews of those who died, or whose budget is closed, no longer fall due. */
    public List<ReviewsOverdue> reviewsOverdue(LocalDate today) {
        return jdbc.query("""
                SELECT authority, count(*) FILTER (WHERE review_due_on < ? AND ended.budget_id IS NULL)
                FROM budget LEFT JOIN (
                    SELECT DISTINCT budget_id FROM budget_fact WHERE type IN ('BudgetClosed', 'DeathRecorded')
                ) AS ended USING (budget_id)
                GROUP BY authority
                """, (row, _) -> new ReviewsOverdue(row.getString(1), row.getLong(2)), today);
    }

    /**
     * The balances of deployments that payments were released to: the others hold entitlement rather than money (domain §4).
     * Money in pools is not in it.
     */
    public List<MoneyHeld> moneyHeld() {
        return jdbc.query("""
                SELECT authority, stream,
                       sum(released + contributions + top_ups + interest + refunds + pool_returns + transfers_in + suspense
                           - spends - pool_contributions - transfers_out - recovered - contribution_refunds)
                FROM account JOIN budget USING (budget_id)
                WHERE (budget_id, deployment) IN (SELECT budget_id, deployment FROM account WHERE released <> 0)
                GROUP BY authority, stream
                """, (row, _) -> new MoneyHeld(row.getString(1), row.getString(2), row.getLong(3)));
    }

    /** How many events the audit trail has read: all but those stored a moment ago, and those that are parked. */
    public long events() {
        var events = jdbc.queryForObject("SELECT sum(version) FROM stream_head WHERE projection = 'audit'", Long.class);
        return events == null ? 0 : events;
    }
}
