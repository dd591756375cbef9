package org.budgetledger.projections.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the rows of many events together: those of one table keep their order; tables do not depend on one another. */
public final class Rows {
    private Rows() {}

    public static void write(JdbcTemplate jdbc, List<Changes> changes) {
        byTable(changes).forEach(rows -> inRuns(rows, (statement, values) -> statement.execute(jdbc, values)));
    }

    /** The same, for those of thousands of events. */
    public static void load(JdbcTemplate jdbc, List<Changes> changes) {
        byTable(changes).forEach(rows -> inRuns(rows, (statement, values) -> statement.load(jdbc, values)));
    }

    private static Collection<List<Changes.Row>> byTable(List<Changes> changes) {
        var byTable = new LinkedHashMap<String, List<Changes.Row>>();
        for (var one : changes) {
            for (var row : one.rows()) {
                byTable.computeIfAbsent(row.statement().table(), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        return byTable.values();
    }

    private static void inRuns(List<Changes.Row> rows, BiConsumer<Statement, List<@Nullable Object[]>> writing) {
        for (int from = 0, to; from < rows.size(); from = to) {
            var statement = rows.get(from).statement();
            to = from + 1;
            while (to < rows.size() && rows.get(to).statement().equals(statement)) {
                to++;
            }
            writing.accept(
                    statement,
                    rows.subList(from, to).stream()
                            .map(row -> row.values().toArray())
                            .toList());
        }
    }
}
