package org.budgetledger.projections.stream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows by PostgreSQL's {@code COPY}, in its text format, which costs a fraction of inserting them. */
final class Copy {
    private Copy() {}

    static void rows(JdbcTemplate jdbc, Statement insert, List<@Nullable Object[]> rows) {
        var text = new StringBuilder();
        for (var row : rows) {
            for (var i = 0; i < row.length; i++) {
                text.append(i == 0 ? "" : "\t");
                append(row[i], text);
            }
            text.append('\n');
        }
        var sql = "COPY " + insert.table() + " (" + String.join(", ", insert.columns()) + ") FROM STDIN";
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(sql, new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void append(@Nullable Object value, StringBuilder text) {
        switch (value) {
            case null -> text.append("\\N");
            case String string -> escape(string, text);
            default -> text.append(value);
        }
    }

    /** Most texts need nothing, and what needs nothing is taken over as it is. */
    private static void escape(String string, StringBuilder text) {
        var plain = 0;
        for (var i = 0; i < string.length(); i++) {
            var escaped = switch (string.charAt(i)) {
                case '\\' -> "\\\\";
                case '\t' -> "\\t";
                case '\n' -> "\\n";
                case '\r' -> "\\r";
                default -> null;
            };
            if (escaped != null) {
                text.append(string, plain, i).append(escaped);
                plain = i + 1;
            }
        }
        text.append(string, plain, string.length());
    }
}
