package org.budgetledger.projections.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.balance.AuthorisationView;
import org.budgetledger.api.budget.balance.EarmarkView;
import org.budgetledger.api.budget.earmark.EarmarkPurpose;
import org.budgetledger.api.budget.statement.LineKind;
import org.budgetledger.projections.account.AccountTable;
import org.budgetledger.projections.facts.Facts;
import org.budgetledger.projections.facts.KnownFact;
import org.budgetledger.projections.stream.Columns;
import org.budgetledger.projections.stream.EventJson;
import org.springframework.jdbc.core.JdbcTemplate;

/** Loads budgets, many with the same few queries as one. */
public final class BudgetBooks {
    private final JdbcTemplate jdbc;
    private final EventJson json;

    public BudgetBooks(JdbcTemplate jdbc, EventJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One budget; call it within an answer, for a stream that has a head. */
    public BudgetBook load(UUID budgetId) {
        var book = loadAll(List.of(budgetId)).get(budgetId);
        if (book == null) {
            throw new IllegalStateException("budget " + budgetId + " has a head but no line");
        }
        return book;
    }

    /** Several budgets, in the order asked for. */
    public Map<UUID, BudgetBook> loadAll(List<UUID> ids) {
        var wanted = Columns.uuids(ids);
        var rows = rows(wanted);
        var facts = facts(wanted);
        var totals = totals(wanted);
        var earmarks = earmarks(wanted);
        var authorisations = authorisations(wanted);
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
                                authorisations.getOrDefault(id, List.of())));
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

    private Map<UUID, List<KnownFact>> facts(String[] wanted) {
        var facts = new HashMap<UUID, List<KnownFact>>();
        jdbc.query(
                """
                SELECT budget_id, version, type, recorded_at, actor, role, fact FROM budget_fact
                WHERE budget_id = ANY (?::uuid[]) ORDER BY budget_id, version
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
                (Object) wanted);
        return facts;
    }

    private Map<UUID, Map<AccountKey, Map<LineKind, Money>>> totals(String[] wanted) {
        var totals = new HashMap<UUID, Map<AccountKey, Map<LineKind, Money>>>();
        jdbc.query(
                "SELECT * FROM account WHERE budget_id = ANY (?::uuid[])",
                row -> {
                    totals.computeIfAbsent(Columns.uuid(row, "budget_id"), _ -> new HashMap<>())
                            .put(account(row), AccountTable.totals(row));
                },
                (Object) wanted);
        return totals;
    }

    private Map<UUID, List<EarmarkView>> earmarks(String[] wanted) {
        var earmarks = new HashMap<UUID, List<EarmarkView>>();
        jdbc.query(
                """
                SELECT * FROM earmark WHERE budget_id = ANY (?::uuid[]) AND released < amount
                ORDER BY budget_id, effective_on, earmark_id
                """,
                row -> {
                    earmarks.computeIfAbsent(Columns.uuid(row, "budget_id"), _ -> new ArrayList<>())
                            .add(new EarmarkView(
                                    new ItemId(Columns.uuid(row, "earmark_id")),
                                    account(row).deployment(),
                                    account(row).stream(),
                                    EarmarkPurpose.valueOf(row.getString("purpose")),
                                    Columns.textOrNull(row, "description"),
                                    Columns.money(row, "amount").minus(Columns.money(row, "released")),
                                    Columns.date(row, "effective_on")));
                },
                (Object) wanted);
        return earmarks;
    }

    private Map<UUID, List<AuthorisationView>> authorisations(String[] wanted) {
        var authorisations = new HashMap<UUID, List<AuthorisationView>>();
        jdbc.query(
                """
                SELECT * FROM authorisation WHERE budget_id = ANY (?::uuid[]) AND NOT done
                ORDER BY budget_id, effective_on, authorisation_id
                """,
                row -> {
                    authorisations
                            .computeIfAbsent(Columns.uuid(row, "budget_id"), _ -> new ArrayList<>())
                            .add(new AuthorisationView(
                                    new ItemId(Columns.uuid(row, "authorisation_id")),
                                    account(row).deployment(),
                                    account(row).stream(),
                                    Columns.money(row, "amount"),
                                    Columns.textOrNull(row, "purpose"),
                                    Columns.date(row, "effective_on"),
                                    Columns.dateOrNull(row, "lapses_on")));
                },
                (Object) wanted);
        return authorisations;
    }

    private static AccountKey account(ResultSet row) throws SQLException {
        return new AccountKey(
                new DeploymentId(row.getString("deployment")), FundingStream.valueOf(row.getString("stream")));
    }
}
