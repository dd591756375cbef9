package org.budgetledger.projections.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.budgetledger.api.Money;
import org.budgetledger.api.Reference;
import org.budgetledger.api.budget.statement.LineKind;
import org.budgetledger.api.budget.statement.StatementLine;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.projections.spending.Discretion;
import org.budgetledger.projections.stream.Columns;
import org.budgetledger.projections.stream.Cut;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the lines of a statement in their order, each with the running balance. */
final class StatementLines {
    /** A payment's lines are one a stream, so an event never has so many. */
    private static final int MAX_LINES_PER_EVENT = 16;

    /** What came due stands after the entries of its day: beyond the place of any version. */
    private static final long AFTER_ENTRIES = 1L << 62;

    private static final String LINES = """
            SELECT * FROM (
                SELECT line.*, sum(amount) OVER (ORDER BY effective_on, position)::bigint AS running FROM (
                    SELECT version, entry_id, kind, amount, deployment, stream, effective_on, recorded_at,
                        NULL::date AS due_from, flags, reverses, spend_id, outcome_id, category, description,
                        reverses IS NULL AND (entry_id, kind) IN (
                            SELECT reversal.reverses, reversal.kind FROM entry reversal
                            WHERE reversal.budget_id = ? AND reversal.reverses IS NOT NULL
                                AND reversal.version <= ? AND reversal.effective_on <= ?) AS reversed,
                        version * ? + line AS position
                    FROM entry WHERE budget_id = ? AND version <= ? AND effective_on <= ?
                    UNION ALL
                    SELECT NULL, NULL, 'ENTITLEMENT', amount, deployment, stream, effective_on, NULL,
                        due_from, '', NULL, NULL, NULL, NULL, NULL, false, ? + ordinal
                    FROM unnest(?::date[], ?::date[], ?::text[], ?::text[], ?::bigint[])
                        WITH ORDINALITY AS due (due_from, effective_on, deployment, stream, amount, ordinal)) line) placed
            WHERE effective_on >= ? AND (effective_on, position) > (?, ?)
            ORDER BY effective_on, position LIMIT ?
            """;

    /**
     * What a statement is of.
     *
     * @param from its first day; none for the beginning
     * @param due what came due on accounts that hold no money
     */
    record Span(UUID budget, Cut cut, @Nullable LocalDate from, List<Due> due) {
        Span {
            due = List.copyOf(due);
        }

        LocalDate firstDay() {
            return from == null ? LocalDate.EPOCH.withYear(1) : from;
        }

        private String[] due(Function<Due, Object> column) {
            return due.stream().map(column).map(Object::toString).toArray(String[]::new);
        }
    }

    /** A line and its place among those of its day. */
    record Placed(long position, StatementLine line) {}

    private final JdbcTemplate jdbc;

    StatementLines(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Placed> after(Cursor after, int limit, Span span, Discretion discretion) {
        var cut = span.cut();
        return jdbc.query(
                LINES,
                (row, _) -> new Placed(row.getLong("position"), line(row, discretion)),
                span.budget(),
                cut.version(),
                cut.effectiveOn(),
                MAX_LINES_PER_EVENT,
                span.budget(),
                cut.version(),
                cut.effectiveOn(),
                AFTER_ENTRIES,
                span.due(Due::from),
                span.due(Due::on),
                span.due(due -> due.account().deployment().value()),
                span.due(due -> due.account().stream()),
                span.due(due -> due.amount().pence()),
                span.firstDay(),
                after.day(),
                after.position(),
                limit);
    }

    /** The balance before a day. */
    Money before(LocalDate day, Span span) {
        var entries = jdbc.queryForObject(
                """
                SELECT coalesce(sum(amount), 0)::bigint FROM entry
                WHERE budget_id = ? AND version <= ? AND effective_on <= ? AND effective_on < ?
                """, Long.class, span.budget(), span.cut().version(), span.cut().effectiveOn(), day);
        return span.due().stream()
                .filter(due -> due.on().isBefore(day))
                .map(Due::amount)
                .reduce(entries == null ? Money.ZERO : Money.ofPence(entries), Money::plus);
    }

    private static StatementLine line(ResultSet row, Discretion discretion) throws SQLException {
        var kind = LineKind.valueOf(row.getString("kind"));
        var account = Columns.account(row);
        var spendId = Columns.entryOrNull(row, "spend_id");
        var category = row.getString("category");
        var recordedAt = row.getObject("recorded_at", OffsetDateTime.class);
        return new StatementLine(
                row.getObject("version", Long.class),
                Columns.entryOrNull(row, "entry_id"),
                kind,
                Columns.money(row, "amount"),
                account.deployment(),
                account.stream(),
                Columns.date(row, "effective_on"),
                recordedAt == null ? null : recordedAt.toInstant(),
                Columns.dateOrNull(row, "due_from"),
                Columns.flags(row, "flags"),
                row.getBoolean("reversed"),
                Columns.entryOrNull(row, "reverses"),
                kind == LineKind.REFUND ? spendId : null,
                Columns.itemOrNull(row, "outcome_id"),
                category == null ? null : new Reference(category),
                discretion.shows(spendId) ? Columns.textOrNull(row, "description") : null,
                Columns.money(row, "running"));
    }
}
