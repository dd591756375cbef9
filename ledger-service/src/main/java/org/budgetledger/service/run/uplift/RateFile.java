package org.budgetledger.service.run.uplift;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.service.web.BadRows;

/**
 * A file of new rates: {@code budgetId,stream,weeklyPence}, a header and a row for each. Read strictly, because a row that is
 * understood wrongly is somebody's money; every row that is wrong is named, and with one wrong row nothing is started.
 */
final class RateFile {
    private static final List<String> COLUMNS = List.of("budgetId", "stream", "weeklyPence");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern WHOLE_PENCE = Pattern.compile("[0-9]{1,10}");

    private final List<BadRows.Fault> faults = new ArrayList<>();
    private final List<UpliftRequest.Row> rows = new ArrayList<>();
    private final Map<String, Long> lines = new HashMap<>();

    private RateFile() {}

    /** The rows of a file. */
    static List<UpliftRequest.Row> read(String text) {
        var file = new RateFile();
        file.readAll(text);
        return file.sound();
    }

    /** The rows that came as JSON, each budget's stream once. */
    static List<UpliftRequest.Row> check(List<UpliftRequest.Row> rows) {
        var file = new RateFile();
        for (var i = 0; i < rows.size(); i++) {
            file.add(i + 1L, rows.get(i));
        }
        return file.sound();
    }

    private List<UpliftRequest.Row> sound() {
        if (!faults.isEmpty()) {
            throw new BadRows(faults);
        }
        return rows;
    }

    private void readAll(String text) {
        try (var reader = reader(text)) {
            var records = reader.iterator();
            if (!header(records.hasNext() ? records.next().getFields() : List.of())) {
                return;
            }
            while (records.hasNext()) {
                row(records.next());
            }
            if (rows.isEmpty() && faults.isEmpty()) {
                fault(1, "there is no row after the header");
            }
        } catch (CsvParseException e) {
            fault(1, "the file cannot be read as comma-separated values: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row with too few or too many fields is named like any other, and the mark that spreadsheets begin with is left out. */
    private static CsvReader<CsvRecord> reader(String text) {
        return CsvReader.builder()
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private boolean header(List<String> header) {
        var right = header.equals(COLUMNS);
        if (!right) {
            fault(1, "the first line must be " + String.join(",", COLUMNS));
        }
        return right;
    }

    private void row(CsvRecord row) {
        var line = row.getStartingLineNumber();
        if (row.getFieldCount() != COLUMNS.size()) {
            fault(line, "there must be " + COLUMNS.size() + " fields, not " + row.getFieldCount());
            return;
        }
        if (rows.size() >= UpliftRequest.MAX_ROWS) {
            if (rows.size() == UpliftRequest.MAX_ROWS && lines.put("", line) == null) {
                fault(line, "a file holds " + UpliftRequest.MAX_ROWS + " rows at most");
            }
            return;
        }
        try {
            add(
                    line,
                    new UpliftRequest.Row(
                            BudgetId.of(row.getField(0)), stream(row.getField(1)), pence(row.getField(2))));
        } catch (IllegalArgumentException e) {
            fault(line, String.valueOf(e.getMessage()));
        }
    }

    private void add(long line, UpliftRequest.Row row) {
        var before = lines.putIfAbsent(row.budgetId() + " " + row.stream(), line);
        if (before == null) {
            rows.add(row);
        } else {
            fault(line, "line " + before + " has a rate for " + row.stream() + " of this budget already");
        }
    }

    private void fault(long line, String what) {
        faults.add(new BadRows.Fault(line, what + "."));
    }

    private static FundingStream stream(String text) {
        return Arrays.stream(FundingStream.values())
                .filter(stream -> stream.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "stream must be one of " + Arrays.toString(FundingStream.values())));
    }

    private static Money pence(String text) {
        if (!WHOLE_PENCE.matcher(text).matches()) {
            throw new IllegalArgumentException("weeklyPence must be a whole number of pence");
        }
        return Money.ofPence(Long.parseLong(text));
    }
}
