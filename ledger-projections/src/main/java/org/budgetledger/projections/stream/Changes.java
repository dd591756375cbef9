package org.budgetledger.projections.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/** What one event changes in the read model: rows to write, in their order, and sums to add to. */
public final class Changes {
    /** A row to write. */
    record Row(Statement statement, List<@Nullable Object> values) {}

    /** A sum to add to. */
    record Addend(Sums sums, List<Object> key, int column, long pence) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Addend> addends = new ArrayList<>();

    /** Writes a row once the event's turn comes. Rows of one table keep their order. */
    public void write(Statement statement, @Nullable Object... values) {
        rows.add(new Row(statement, Arrays.asList(values)));
    }

    /** Adds pence to one column of a table of sums. */
    public void add(Sums sums, List<Object> key, String column, Money sum) {
        addends.add(new Addend(sums, key, sums.columns().indexOf(column), sum.pence()));
    }

    List<Row> rows() {
        return rows;
    }

    List<Addend> addends() {
        return addends;
    }
}
