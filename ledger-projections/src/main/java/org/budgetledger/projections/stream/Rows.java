package org.budgetledger.projections.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the rows of many events together: those of one table keep their order; tables do not depend on one another. */
public final class Rows {
    private Rows() {}

    public static void write(JdbcTemplate jdbc, List<Changes> changes) {
        var byTable = new LinkedHashMap<String, List<Changes.Row>>();
        for (var one : changes) {
            for (var row : one.rows()) {
                byTable.computeIfAbsent(row.statement().table(), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        byTable.values().forEach(rows -> writeRuns(jdbc, rows));
    }

    private static void writeRuns(JdbcTemplate jdbc, List<Changes.Row> rows) {
        for (int from = 0, to; from < rows.size(); from = to) {
            var statement = rows.get(from).statement();
            to = from + 1;
            while (to < rows.size() && rows.get(to).statement().equals(statement)) {
                to++;
            }
            statement.execute(
                    jdbc,
                    rows.subList(from, to).stream()
                            .map(row -> row.values().toArray())
                            .toList());
        }
    }
}
