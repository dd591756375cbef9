package org.budgetledger.projections.book;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.statement.LineKind;
import org.budgetledger.projections.account.AccountTable;
import org.budgetledger.projections.facts.Facts;
import org.budgetledger.projections.facts.KnownFact;
import org.budgetledger.projections.stream.Columns;
import org.budgetledger.projections.stream.Cut;
import org.budgetledger.projections.stream.EventJson;
import org.springframework.jdbc.core.JdbcTemplate;

/** Loads budgets, many with the same few queries as one. */
public final class BudgetBooks {
    private final JdbcTemplate jdbc;
    private final EventJson json;
    private final SetAside setAside;

    public BudgetBooks(JdbcTemplate jdbc, EventJson json) {
        this.jdbc = jdbc;
        this.json = json;
        this.setAside = new SetAside(jdbc);
    }

    /** One budget; call it within an answer, for a stream that has a head. */
    public BudgetBook load(UUID budgetId) {
        return load(budgetId, Cut.NONE);
    }

    /** One budget as far as a cut; call it within an answer, for a stream that has a head. */
    public BudgetBook load(UUID budgetId, Cut cut) {
        var book = loadAll(List.of(budgetId), cut).get(budgetId);
        if (book == null) {
            throw new IllegalStateException("budget " + budgetId + " has a head but no line");
        }
        return book;
    }

    /** Several budgets, in the order asked for. */
    public Map<UUID, BudgetBook> loadAll(List<UUID> ids) {
        return loadAll(ids, Cut.NONE);
    }

    /** What is known by now about one budget beside money. */
    public Facts facts(UUID budgetId) {
        return new Facts(facts(Columns.uuids(List.of(budgetId)), Cut.NONE).getOrDefault(budgetId, List.of()));
    }

    private Map<UUID, BudgetBook> loadAll(List<UUID> ids, Cut cut) {
        var wanted = Columns.uuids(ids);
        var rows = rows(wanted);
        var facts = facts(wanted, cut);
        var totals = cut.equals(Cut.NONE) ? totals(wanted) : totals(wanted, cut);
        var earmarks = setAside.earmarks(wanted, cut);
        var authorisations = setAside.authorisations(wanted, cut);
        var books = new LinkedHashMap<UUID, BudgetBook>();
        for (var id : ids) {
            var row = rows.get(id);
            if (row != null) {
                books.put(
                        id,
                        new BudgetBook(
                                row,
                                new Facts(facts.getOrDefault(id, List.of())),
                                totals.getOrDefault(id, Map.of()),
                                earmarks.getOrDefault(id, List.of()),
                                authorisations.getOrDefault(id, List.of()),
                                cut));
            }
        }
        return books;
    }

    private Map<UUID, BudgetRow> rows(String[] wanted) {
        var rows = new HashMap<UUID, BudgetRow>();
        jdbc.query(
                """
                SELECT budget_id, authority, person_ref, opened_on,
                    coalesce(next_review_due_on, first_review_due_on) AS due_on
                FROM budget WHERE budget_id = ANY (?::uuid[])
                """,
                row -> {
                    var id = Columns.uuid(row, "budget_id");
                    rows.put(
                            id,
                            new BudgetRow(
                                    new BudgetId(id),
                                    new AuthorityId(row.getString("authority")),
                                    new PersonRef(row.getString("person_ref")),
                                    Columns.date(row, "opened_on"),
                                    Columns.dateOrNull(row, "due_on")));
                },
                (Object) wanted);
        return rows;
    }

    private Map<UUID, List<KnownFact>> facts(String[] wanted, Cut cut) {
        var facts = new HashMap<UUID, List<KnownFact>>();
        jdbc.query(
                """
                SELECT budget_id, version, type, recorded_at, actor, role, fact FROM budget_fact
                WHERE budget_id = ANY (?::uuid[]) AND version <= ? ORDER BY budget_id, version
                """,
                row -> {
                    facts.computeIfAbsent(Columns.uuid(row, "budget_id"), _ -> new ArrayList<>())
                            .add(new KnownFact(
                                    row.getLong("version"),
                                    Columns.instant(row, "recorded_at"),
                                    row.getString("actor"),
                                    row.getString("role"),
                                    (BudgetEvent) json.read(row.getString("type"), row.getString("fact"))));
                },
                wanted,
                cut.version());
        return facts;
    }

    private Map<UUID, Map<AccountKey, Map<LineKind, Money>>> totals(String[] wanted) {
        var totals = new HashMap<UUID, Map<AccountKey, Map<LineKind, Money>>>();
        jdbc.query(
                "SELECT * FROM account WHERE budget_id = ANY (?::uuid[])",
                row -> {
                    totals.computeIfAbsent(Columns.uuid(row, "budget_id"), _ -> new HashMap<>())
                            .put(Columns.account(row), AccountTable.totals(row));
                },
                (Object) wanted);
        return totals;
    }

    /** The same sums from the entries themselves, as far as a cut. */
    private Map<UUID, Map<AccountKey, Map<LineKind, Money>>> totals(String[] wanted, Cut cut) {
        var totals = new HashMap<UUID, Map<AccountKey, Map<LineKind, Money>>>();
        jdbc.query(
                """
                SELECT budget_id, deployment, stream, kind, sum(amount)::bigint AS amount FROM entry
                WHERE budget_id = ANY (?::uuid[]) AND version <= ? AND effective_on <= ?
                GROUP BY budget_id, deployment, stream, kind
                """,
                row -> {
                    var kind = LineKind.valueOf(row.getString("kind"));
                    totals.computeIfAbsent(Columns.uuid(row, "budget_id"), _ -> new HashMap<>())
                            .computeIfAbsent(Columns.account(row), _ -> new EnumMap<>(LineKind.class))
                            .put(kind, kind.signed(Columns.money(row, "amount")));
                },
                wanted,
                cut.version(),
                cut.effectiveOn());
        return totals;
    }
}
