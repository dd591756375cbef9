package org.budgetledger.projections.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** One way of writing to a table. */
public record Statement(String table, String sql) {
    void execute(JdbcTemplate jdbc, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }
}
