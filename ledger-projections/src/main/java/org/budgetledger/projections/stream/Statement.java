package org.budgetledger.projections.stream;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One way of writing to a table.
 *
 * @param columns those that it gives values to, in their order, where it does nothing but add rows; otherwise none
 */
public record Statement(String table, String sql, List<String> columns) {
    /** A statement that does more than add rows. */
    public Statement(String table, String sql) {
        this(table, sql, List.of());
    }

    /**
     * Adds rows.
     *
     * @param columns their names with commas between them; after that of one that is written as text, {@code ::} and its type
     */
    public static Statement insert(String table, String columns) {
        var typed = List.of(columns.strip().split(",\\s*"));
        var values =
                typed.stream().map(column -> "?" + column.substring(name(column).length()));
        var names = typed.stream().map(Statement::name).toList();
        return new Statement(
                table,
                "INSERT INTO %s (%s) VALUES (%s)"
                        .formatted(table, String.join(", ", names), values.collect(Collectors.joining(", "))),
                names);
    }

    void execute(JdbcTemplate jdbc, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    /** The same, for thousands of rows. */
    void load(JdbcTemplate jdbc, List<@Nullable Object[]> rows) {
        if (columns.isEmpty()) {
            execute(jdbc, rows);
        } else {
            Copy.rows(jdbc, this, rows);
        }
    }

    private static String name(String column) {
        return column.split("::", 2)[0];
    }
}
