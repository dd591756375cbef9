package org.budgetledger.projections.period;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.statement.LineKind;
import org.budgetledger.api.period.AccountingPeriod;
import org.budgetledger.api.period.Figures;
import org.budgetledger.projections.book.BudgetBook;
import org.budgetledger.projections.book.BudgetBooks;
import org.budgetledger.projections.stream.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what a pack says of budgets, some hundreds at a time, from one state of the database. */
final class BudgetPages {
    /** Budgets of a page: with all that is known of them, they must fit into memory. */
    static final int BUDGETS_PER_PAGE = 250;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcTemplate jdbc;
    private final BudgetBooks books;
    private final AuthorityId authority;
    private final AccountingPeriod period;

    /** The pack before; none for the first. */
    private final @Nullable UUID before;

    private UUID last = BEFORE_ALL;

    BudgetPages(
            JdbcTemplate jdbc,
            BudgetBooks books,
            AuthorityId authority,
            AccountingPeriod period,
            @Nullable UUID before) {
        this.jdbc = jdbc;
        this.books = books;
        this.authority = authority;
        this.period = period;
        this.before = before;
    }

    long count() {
        var count =
                jdbc.queryForObject("SELECT count(*) FROM budget WHERE authority = ?", Long.class, authority.value());
        return count == null ? 0 : count;
    }

    /** The next budgets in the order of their ids; empty after the last. */
    List<BudgetFigures> next() {
        var versions = new TreeMap<UUID, Long>(Comparator.comparing(UUID::toString));
        jdbc.query(
                """
                SELECT h.stream_id, h.version FROM budget b
                JOIN stream_head h ON h.projection = 'budgets' AND h.stream_id = b.budget_id
                WHERE b.authority = ? AND b.budget_id > ? ORDER BY b.budget_id LIMIT ?
                """,
                row -> {
                    versions.put(row.getObject(1, UUID.class), row.getLong(2));
                },
                authority.value(),
                last,
                BUDGETS_PER_PAGE);
        if (versions.isEmpty()) {
            return List.of();
        }
        last = versions.lastKey();
        return figures(versions);
    }

    private static final class Counted {
        private final SortedMap<AccountKey, Rows<LineKind>> accounts =
                new TreeMap<>(Comparator.comparing(AccountKey::deployment).thenComparing(AccountKey::stream));
        private long items;
    }

    private List<BudgetFigures> figures(SortedMap<UUID, Long> versions) {
        var ids = List.copyOf(versions.keySet());
        var wanted = Columns.uuids(ids);
        var counted = counted(wanted);
        var late = late(wanted);
        var entitledBefore = entitledBefore(wanted);
        var known = books.loadAll(ids);
        var figures = new ArrayList<BudgetFigures>(ids.size());
        versions.forEach((id, version) -> {
            var book = known.get(id);
            if (book == null) {
                throw new IllegalStateException("budget " + id + " has a head but no line");
            }
            figures.add(budget(
                    id,
                    version,
                    book,
                    counted.getOrDefault(id, new Counted()),
                    late.getOrDefault(id, List.of()),
                    entitledBefore.getOrDefault(id, Map.of())));
        });
        return figures;
    }

    private BudgetFigures budget(
            UUID id,
            long version,
            BudgetBook book,
            Counted counted,
            List<PriorPeriodItem> late,
            Map<AccountKey, Money> entitledBefore) {
        var standing = book.balancesOn(period.lastDay());
        var now = NotionalAccounts.entitled(standing);
        var lastPeriod =
                NotionalAccounts.entitled(book.balancesOn(period.firstDay().minusDays(1)));
        now.keySet().forEach(key -> counted.accounts.computeIfAbsent(key, _ -> new Rows<>(LineKind.class)));
        entitledBefore.keySet().forEach(key -> counted.accounts.computeIfAbsent(key, _ -> new Rows<>(LineKind.class)));
        return new BudgetFigures(
                id,
                version,
                counted.accounts.entrySet().stream()
                        .map(account -> new AccountFigures(
                                account.getKey(),
                                account.getValue(),
                                entitled(
                                        now.getOrDefault(account.getKey(), Money.ZERO),
                                        lastPeriod.getOrDefault(account.getKey(), Money.ZERO),
                                        entitledBefore.getOrDefault(account.getKey(), Money.ZERO))))
                        .toList(),
                counted.items,
                late,
                standing.earmarks().stream()
                        .filter(earmark -> !earmark.effectiveOn().isAfter(period.lastDay()))
                        .toList(),
                standing.authorisations().stream()
                        .filter(authorisation -> !authorisation.effectiveOn().isAfter(period.lastDay()))
                        .toList(),
                standing.debts().stream()
                        .filter(debt -> !debt.effectiveOn().isAfter(period.lastDay()))
                        .toList());
    }

    /** What a change in the past makes of earlier periods shows as a prior-period movement, not as another opening. */
    private Figures entitled(Money now, Money lastPeriod, Money inPackBefore) {
        var opening = before == null ? lastPeriod : inPackBefore;
        return Figures.of(opening, now.minus(lastPeriod), lastPeriod.minus(opening));
    }

    private Map<UUID, Counted> counted(String[] wanted) {
        var counted = new HashMap<UUID, Counted>();
        jdbc.query(
                """
                SELECT e.budget_id, e.deployment, e.stream, e.kind,
                    CASE WHEN e.effective_on >= ? THEN 'PERIOD'
                        WHEN ? OR e.version <= coalesce(p.version, 0) THEN 'OPENING'
                        ELSE 'PRIOR_PERIOD' END AS band,
                    sum(e.amount)::bigint AS amount, count(*) AS items
                FROM entry e LEFT JOIN period_pack_budget p ON p.pack_id = ?::uuid AND p.budget_id = e.budget_id
                WHERE e.budget_id = ANY (?::uuid[]) AND e.effective_on <= ?
                GROUP BY 1, 2, 3, 4, 5
                """,
                row -> {
                    var budget = counted.computeIfAbsent(Columns.uuid(row, "budget_id"), _ -> new Counted());
                    var band = Band.valueOf(row.getString("band"));
                    budget.accounts
                            .computeIfAbsent(account(row), _ -> new Rows<>(LineKind.class))
                            .add(LineKind.valueOf(row.getString("kind")), band.figures(Columns.money(row, "amount")));
                    if (band == Band.PERIOD) {
                        budget.items += row.getLong("items");
                    }
                },
                period.firstDay(),
                before == null,
                before,
                wanted,
                period.lastDay());
        return counted;
    }

    private Map<UUID, List<PriorPeriodItem>> late(String[] wanted) {
        var late = new HashMap<UUID, List<PriorPeriodItem>>();
        if (before == null) {
            return late;
        }
        jdbc.query(
                """
                SELECT e.* FROM entry e LEFT JOIN period_pack_budget p ON p.pack_id = ? AND p.budget_id = e.budget_id
                WHERE e.budget_id = ANY (?::uuid[]) AND e.effective_on < ? AND e.version > coalesce(p.version, 0)
                ORDER BY e.budget_id, e.version, e.line
                """,
                row -> {
                    late.computeIfAbsent(Columns.uuid(row, "budget_id"), _ -> new ArrayList<>())
                            .add(new PriorPeriodItem(
                                    Columns.uuid(row, "entry_id"),
                                    row.getLong("version"),
                                    row.getString("kind"),
                                    row.getString("deployment"),
                                    row.getString("stream"),
                                    Columns.date(row, "effective_on"),
                                    Columns.money(row, "amount")));
                },
                before,
                wanted,
                period.firstDay());
        return late;
    }

    private Map<UUID, Map<AccountKey, Money>> entitledBefore(String[] wanted) {
        var entitled = new HashMap<UUID, Map<AccountKey, Money>>();
        jdbc.query(
                "SELECT * FROM period_pack_entitlement WHERE pack_id = ?::uuid AND budget_id = ANY (?::uuid[])",
                row -> {
                    entitled.computeIfAbsent(Columns.uuid(row, "budget_id"), _ -> new HashMap<>())
                            .put(account(row), Columns.money(row, "entitled"));
                },
                before,
                wanted);
        return entitled;
    }

    private static AccountKey account(ResultSet row) throws SQLException {
        return new AccountKey(
                new DeploymentId(row.getString("deployment")), FundingStream.valueOf(row.getString("stream")));
    }
}
