package org.budgetledger.projections.stream;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of sums: a key, and bigint columns that events add to. */
public record Sums(String table, List<String> key, List<String> columns) {
    public Sums {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    /** Adds to what is there. */
    Statement upsert() {
        var all = Stream.concat(key.stream(), columns.stream()).toList();
        return new Statement(
                table,
                "INSERT INTO " + table + " (" + String.join(", ", all) + ") VALUES ("
                        + all.stream().map(_ -> "?").collect(Collectors.joining(", "))
                        + ") ON CONFLICT (" + String.join(", ", key) + ") DO UPDATE SET "
                        + columns.stream()
                                .map(column -> column + " = " + table + "." + column + " + EXCLUDED." + column)
                                .collect(Collectors.joining(", ")));
    }
}
