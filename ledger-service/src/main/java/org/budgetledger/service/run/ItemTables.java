package org.budgetledger.service.run;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.ItemId;
import org.budgetledger.service.store.LedgerJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of what there is to do in runs, and what came of it. It is read and written a page at a time. */
@Component
public class ItemTables {
    private static final int ROWS_A_BATCH = 1_000;

    private static final String ADD = """
            INSERT INTO run_item (run_id, number, part, budget_id, subject, asked, state, code, sentence, previewed, preview)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::json) ON CONFLICT (run_id, number, part) DO NOTHING""";

    /** What was recorded stays: a later refusal is of something that is done. */
    private static final String CARRIED_OUT = """
            UPDATE run_item SET state = ?, code = ?, sentence = ?, carried_out = ?::jsonb, result = ?::json
            WHERE run_id = ? AND number = ? AND part = ? AND subject = ? AND state <> 'DONE'""";

    private final JdbcTemplate jdbc;

    public ItemTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An item as it is shown.
     *
     * @param previewed the figures of the preview
     * @param preview what else it said, as JSON
     * @param carriedOut the figures of what was recorded
     */
    public record Line(
            RunItem item,
            ItemState state,
            @Nullable String code,
            @Nullable String sentence,
            Map<String, Long> previewed,
            @Nullable String preview,
            Map<String, Long> carriedOut,
            @Nullable String result) {}

    /** What came of an item. */
    public record Result(RunItem item, Outcome outcome) {}

    /** Every budget of an authority as the read side knows them, waiting to be looked at; none is held in memory here. */
    public long addEveryBudget(ItemId run, AuthorityId authority) {
        return jdbc.update("""
                INSERT INTO run_item (run_id, number, part, budget_id, subject, state)
                SELECT ?, row_number() OVER (ORDER BY opened_on, budget_id), 0, budget_id, '', 'WAITING'
                FROM budget WHERE authority = ?
                """, run.value(), authority.value());
    }

    /** Items that wait to be looked at. */
    public void add(ItemId run, List<RunItem> items) {
        jdbc.batchUpdate(ADD, items, ROWS_A_BATCH, (row, item) -> {
            var values = new Object[] {
                run.value(),
                item.number(),
                item.part(),
                item.budgetId().value(),
                item.subject(),
                item.asked(),
                ItemState.WAITING.name(),
                null,
                null,
                null,
                null
            };
            for (var i = 0; i < values.length; i++) {
                row.setObject(i + 1, values[i]);
            }
        });
    }

    /** The next items in a state after a place. */
    public List<RunItem> next(ItemId run, ItemState state, long number, int part, int limit) {
        return jdbc.query("""
                SELECT number, part, budget_id, subject, asked FROM run_item
                WHERE run_id = ? AND state = ? AND (number, part) > (?, ?)
                ORDER BY number, part LIMIT ?
                """, (row, _) -> item(row), run.value(), state.name(), number, part, limit);
    }

    /** The items of one budget, recorded ones too. */
    public List<Line> ofBudget(ItemId run, BudgetId budget) {
        return jdbc.query(
                "SELECT * FROM run_item WHERE run_id = ? AND budget_id = ? ORDER BY number, part",
                (row, _) -> line(row),
                run.value(),
                budget.value());
    }

    /** A page of items, of one state or of any, after a place. */
    public List<Line> page(ItemId run, @Nullable ItemState state, long number, int part, int limit) {
        return state == null
                ? jdbc.query("""
                        SELECT * FROM run_item WHERE run_id = ? AND (number, part) > (?, ?)
                        ORDER BY number, part LIMIT ?
                        """, (row, _) -> line(row), run.value(), number, part, limit)
                : jdbc.query("""
                        SELECT * FROM run_item WHERE run_id = ? AND state = ? AND (number, part) > (?, ?)
                        ORDER BY number, part LIMIT ?
                        """, (row, _) -> line(row), run.value(), state.name(), number, part, limit);
    }

    /** Puts what the previews said in the place of what waited; what was recorded meanwhile stays. */
    public void previewed(ItemId run, List<RunItem> items, List<List<Outcome>> outcomes) {
        jdbc.update(
                "DELETE FROM run_item WHERE run_id = ? AND number = ANY (?) AND state <> 'DONE'",
                run.value(),
                items.stream().map(RunItem::number).toArray(Long[]::new));
        var rows = new ArrayList<Object[]>();
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var part = item.part();
            for (var outcome : outcomes.get(i)) {
                rows.add(new Object[] {
                    run.value(),
                    item.number(),
                    part++,
                    item.budgetId().value(),
                    outcome.subject(),
                    item.asked(),
                    outcome.state().name(),
                    outcome.code(),
                    outcome.sentence(),
                    LedgerJson.write(outcome.figures()),
                    outcome.detail() == null ? null : LedgerJson.write(outcome.detail())
                });
            }
        }
        jdbc.batchUpdate(ADD, rows);
    }

    /** Keeps what came of carrying items out, beside what the preview said. */
    public void carriedOut(ItemId run, List<Result> results) {
        jdbc.batchUpdate(
                CARRIED_OUT,
                results.stream()
                        .map(result -> new Object[] {
                            result.outcome().state().name(),
                            result.outcome().code(),
                            result.outcome().sentence(),
                            LedgerJson.write(result.outcome().figures()),
                            result.outcome().detail() == null
                                    ? null
                                    : LedgerJson.write(result.outcome().detail()),
                            run.value(),
                            result.item().number(),
                            result.item().part(),
                            result.item().subject()
                        })
                        .toList());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                item(row),
                ItemState.valueOf(row.getString("state")),
                row.getString("code"),
                row.getString("sentence"),
                figures(row.getString("previewed")),
                row.getString("preview"),
                figures(row.getString("carried_out")),
                row.getString("result"));
    }

    private static RunItem item(ResultSet row) throws SQLException {
        return new RunItem(
                row.getLong("number"),
                row.getInt("part"),
                new BudgetId(Objects.requireNonNull(row.getObject("budget_id", UUID.class))),
                row.getString("subject"),
                row.getObject("asked", Long.class));
    }

    private static Map<String, Long> figures(@Nullable String json) {
        return json == null ? Map.of() : LedgerJson.read(json, new TypeReference<Map<String, Long>>() {});
    }
}
