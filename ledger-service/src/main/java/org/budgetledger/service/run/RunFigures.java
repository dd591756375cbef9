package org.budgetledger.service.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.budgetledger.api.ItemId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Totals over a run, added up by the database, so that they foot however long the run is. */
@Component
public class RunFigures {
    private final JdbcTemplate jdbc;

    public RunFigures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** How many items are refused for one reason. */
    public record Reason(String code, long items) {}

    /** How many items are in each state. */
    public Map<ItemState, Long> states(ItemId run) {
        var counts = new EnumMap<ItemState, Long>(ItemState.class);
        for (var state : ItemState.values()) {
            counts.put(state, 0L);
        }
        jdbc.query(
                "SELECT state, count(*) FROM run_item WHERE run_id = ? GROUP BY state",
                row -> {
                    counts.put(ItemState.valueOf(row.getString(1)), row.getLong(2));
                },
                run.value());
        return counts;
    }

    /** How many items are in a state for each reason. */
    public List<Reason> reasons(ItemId run, ItemState state) {
        return jdbc.query("""
                SELECT code, count(*) FROM run_item
                WHERE run_id = ? AND state = ? AND code IS NOT NULL GROUP BY code ORDER BY code
                """, (row, _) -> new Reason(row.getString(1), row.getLong(2)), run.value(), state.name());
    }

    /** What the preview said, by name: of all that was found ready, whatever became of it. */
    public Map<String, Long> previewed(ItemId run) {
        return sums("""
                SELECT key, sum(value::bigint) FROM run_item, jsonb_each_text(previewed) WHERE run_id = ? GROUP BY key""", run);
    }

    /** What was recorded, by name. */
    public Map<String, Long> carriedOut(ItemId run) {
        return sums("""
                SELECT key, sum(value::bigint) FROM run_item, jsonb_each_text(carried_out) WHERE run_id = ? GROUP BY key""", run);
    }

    private Map<String, Long> sums(String sql, ItemId run) {
        var sums = new TreeMap<String, Long>();
        jdbc.query(
                sql,
                row -> {
                    sums.put(row.getString(1), row.getLong(2));
                },
                run.value());
        return sums;
    }
}
