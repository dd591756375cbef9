package org.budgetledger.projections.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.balance.AuthorisationView;
import org.budgetledger.api.budget.balance.EarmarkView;
import org.budgetledger.api.budget.earmark.EarmarkPurpose;
import org.budgetledger.projections.stream.Columns;
import org.budgetledger.projections.stream.Cut;
import org.springframework.jdbc.core.JdbcTemplate;

/** Loads what is set aside and has not been freed, used or cancelled as far as a cut. */
final class SetAside {
    private final JdbcTemplate jdbc;

    SetAside(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, List<EarmarkView>> earmarks(String[] wanted, Cut cut) {
        var earmarks = new HashMap<UUID, List<EarmarkView>>();
        jdbc.query(
                """
                SELECT * FROM (
                    SELECT earmark.*, amount - coalesce((
                        SELECT sum(freed.amount) FROM earmark_release freed
                        WHERE freed.budget_id = earmark.budget_id AND freed.earmark_id = earmark.earmark_id
                            AND freed.version <= ? AND freed.effective_on <= ?), 0)::bigint AS kept
                    FROM earmark WHERE budget_id = ANY (?::uuid[]) AND version <= ? AND effective_on <= ?) held
                WHERE kept > 0 ORDER BY budget_id, effective_on, earmark_id
                """,
                row -> {
                    var account = Columns.account(row);
                    earmarks.computeIfAbsent(Columns.uuid(row, "budget_id"), _ -> new ArrayList<>())
                            .add(new EarmarkView(
                                    new ItemId(Columns.uuid(row, "earmark_id")),
                                    account.deployment(),
                                    account.stream(),
                                    EarmarkPurpose.valueOf(row.getString("purpose")),
                                    Columns.textOrNull(row, "description"),
                                    Columns.money(row, "kept"),
                                    Columns.date(row, "effective_on")));
                },
                cut.version(),
                cut.effectiveOn(),
                wanted,
                cut.version(),
                cut.effectiveOn());
        return earmarks;
    }

    /** Whether one has lapsed is for whoever knows the day to say. */
    Map<UUID, List<AuthorisationView>> authorisations(String[] wanted, Cut cut) {
        var authorisations = new HashMap<UUID, List<AuthorisationView>>();
        jdbc.query(
                """
                SELECT * FROM authorisation held
                WHERE budget_id = ANY (?::uuid[]) AND version <= ? AND effective_on <= ? AND NOT EXISTS (
                    SELECT FROM authorisation_end done
                    WHERE done.budget_id = held.budget_id AND done.authorisation_id = held.authorisation_id
                        AND done.version <= ? AND done.effective_on <= ?)
                ORDER BY budget_id, effective_on, authorisation_id
                """,
                row -> {
                    var account = Columns.account(row);
                    authorisations
                            .computeIfAbsent(Columns.uuid(row, "budget_id"), _ -> new ArrayList<>())
                            .add(new AuthorisationView(
                                    new ItemId(Columns.uuid(row, "authorisation_id")),
                                    account.deployment(),
                                    account.stream(),
                                    Columns.money(row, "amount"),
                                    Columns.textOrNull(row, "purpose"),
                                    Columns.date(row, "effective_on"),
                                    Columns.dateOrNull(row, "lapses_on")));
                },
                wanted,
                cut.version(),
                cut.effectiveOn(),
                cut.version(),
                cut.effectiveOn());
        return authorisations;
    }
}
