package org.budgetledger.projections.stream;

import java.util.Arrays;
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

    /** Adds rows. */
    public static Statement insert(String table, String... columns) {
        var names = Arrays.stream(columns).map(Statement::name).toList();
        return new Statement(
                table,
                "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES ("
                        + Arrays.stream(columns)
                                .map(column ->
                                        "?" + column.substring(name(column).length()))
                                .collect(Collectors.joining(", "))
                        + ")",
                names);
    }

    /** A column as {@link #insert} takes it whose values are JSON in text. */
    public static String json(String column) {
        return column + "::json";
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
