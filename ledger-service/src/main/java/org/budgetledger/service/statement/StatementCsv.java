package org.budgetledger.service.statement;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.budgetledger.api.budget.statement.StatementLine;
import org.jspecify.annotations.Nullable;

/** A statement for a spreadsheet (RFC 4180): the opening balance, a row a line, the closing balance. */
final class StatementCsv {
    private static final String[] HEADER = {
        "effectiveOn",
        "dueFrom",
        "kind",
        "deployment",
        "stream",
        "amountPence",
        "amount",
        "runningBalancePence",
        "runningBalance",
        "description",
        "category",
        "outcomeId",
        "flags",
        "reversed",
        "entryId",
        "reverses",
        "refundOf",
        "version",
        "recordedAt",
        "chainHash"
    };

    /** What a spreadsheet would take for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r\n";

    private StatementCsv() {}

    static void write(WholeStatement statement, OutputStream to) throws IOException {
        var summary = statement.summary();
        var csv = CsvWriter.builder().build(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        csv.writeRecord(HEADER);
        write(csv, balance("OPENING_BALANCE", summary.from(), summary.opening(), Map.of()));
        try {
            statement.forEachLine(line -> write(csv, cells(line)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        write(
                csv,
                balance(
                        "CLOSING_BALANCE",
                        summary.today(),
                        summary.balance(),
                        Map.of(
                                "version", summary.asAt().streamVersion(),
                                "recordedAt", summary.asAt().knownAt(),
                                "chainHash", summary.asAt().chainHash())));
        csv.flush();
    }

    private static void write(CsvWriter csv, Map<String, Object> cells) {
        var row = new String[HEADER.length];
        for (var i = 0; i < HEADER.length; i++) {
            row[i] = String.valueOf(cells.getOrDefault(HEADER[i], ""));
        }
        csv.writeRecord(row);
    }

    private static Map<String, Object> balance(
            String kind, @Nullable LocalDate on, Money balance, Map<String, Object> stamp) {
        var cells = new Cells();
        cells.put("effectiveOn", on);
        cells.put("kind", kind);
        cells.put("runningBalancePence", balance.pence());
        cells.put("runningBalance", balance.formatted());
        stamp.forEach(cells::put);
        return cells.all();
    }

    private static Map<String, Object> cells(StatementLine line) {
        var cells = new Cells();
        cells.put("effectiveOn", line.effectiveOn());
        cells.put("dueFrom", line.dueFrom());
        cells.put("kind", line.kind());
        cells.put("deployment", harmless(line.deployment().value()));
        cells.put("stream", line.stream());
        cells.put("amountPence", line.amount().pence());
        cells.put("amount", line.amount().formatted());
        cells.put("runningBalancePence", line.runningBalance().pence());
        cells.put("runningBalance", line.runningBalance().formatted());
        cells.put(
                "description",
                line.description() == null ? null : harmless(line.description().value()));
        cells.put(
                "category",
                line.category() == null ? null : harmless(line.category().value()));
        cells.put("outcomeId", line.outcomeId());
        cells.put("flags", line.flags().stream().map(SpendFlag::name).collect(Collectors.joining(" ")));
        cells.put("reversed", line.reversed());
        cells.put("entryId", line.entryId());
        cells.put("reverses", line.reverses());
        cells.put("refundOf", line.refundOf());
        cells.put("version", line.version());
        cells.put("recordedAt", line.recordedAt());
        return cells.all();
    }

    /** Text that a spreadsheet would reckon with is shown as text: whoever wrote it must not run on the reader's machine. */
    static String harmless(String text) {
        return begins(text) || begins(text.stripLeading()) ? "'" + text : text;
    }

    private static boolean begins(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    /** The cells of a row that have something in them. */
    private static final class Cells {
        private final Map<String, Object> all = new HashMap<>();

        void put(String column, @Nullable Object value) {
            if (value != null) {
                all.put(column, value);
            }
        }

        Map<String, Object> all() {
            return all;
        }
    }
}
