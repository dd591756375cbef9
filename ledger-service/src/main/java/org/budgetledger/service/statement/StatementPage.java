package org.budgetledger.service.statement;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.statement.StatementLine;
import org.budgetledger.api.budget.statement.StatementView;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** A statement as a page: one heading, what it is of, and a table whose every column and sum is named. */
final class StatementPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.UK);

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 15mm; @bottom-right { content: "Page " counter(page) " of " counter(pages);
              font-family: 'Liberation Sans'; font-size: 8pt; } }
            body { font-family: 'Liberation Sans'; font-size: 9pt; line-height: 1.35; }
            h1 { font-size: 18pt; margin: 0 0 6mm 0; }
            h2 { font-size: 12pt; margin: 7mm 0 2mm 0; }
            table { width: 100%; border-collapse: collapse; }
            .lines { table-layout: fixed; -fs-table-paginate: paginate; }
            .lines .day { width: 21mm; }
            .lines .sum { width: 24mm; }
            .lines .account { width: 27mm; }
            th, td { text-align: left; vertical-align: top; padding: 1mm 1.5mm; border-bottom: 0.2mm solid #505a5f; }
            tr { page-break-inside: avoid; }
            .sum { text-align: right; white-space: nowrap; }
            .day { white-space: nowrap; }
            """;

    private final Page page = new Page("Statement of account", "A budget's entries with a running balance", STYLE);

    private StatementPage() {}

    static Document of(WholeStatement statement) {
        var made = new StatementPage();
        made.write(statement);
        return made.page.document();
    }

    private void write(WholeStatement statement) {
        var summary = statement.summary();
        page.heading(1, "Statement of account");
        particulars(summary);
        page.heading(2, "Money in and out");
        var table = page.table(
                "lines",
                Map.of("Date", "day", "Held by", "account", "Stream", "account", "Amount", "sum", "Balance", "sum"),
                "Date",
                "What",
                "Held by",
                "Stream",
                "Amount",
                "Balance");
        table.row(
                Page.cell("day", summary.from() == null ? "" : DAY.format(summary.from())),
                Page.cell("", "Opening balance"),
                Page.cell("", ""),
                Page.cell("", ""),
                Page.cell("sum", ""),
                sum(summary.opening()));
        statement.forEachLine(line -> table.row(
                Page.cell("day", DAY.format(line.effectiveOn())),
                Page.cell("", what(line)),
                Page.cell("", line.deployment().value()),
                Page.cell("", Wording.of(line.stream())),
                sum(line.amount()),
                sum(line.runningBalance())));
        table.row(
                Page.cell("day", DAY.format(summary.today())),
                Page.cell("", "Closing balance"),
                Page.cell("", ""),
                Page.cell("", ""),
                Page.cell("sum", ""),
                sum(summary.balance()));
    }

    private void particulars(StatementView summary) {
        var facts = page.facts();
        facts.row("Budget", summary.budgetId().toString());
        facts.row("Period", period(summary.from(), summary.today()));
        facts.row("Opening balance", summary.opening().formatted());
        facts.row("Total of the lines", summary.linesTotal().formatted());
        facts.row("Closing balance", summary.balance().formatted());
        facts.row(
                "As known at",
                TIME.format(summary.asAt().knownAt().atZone(CivilDates.LONDON)) + " (London), version "
                        + summary.asAt().streamVersion() + " of the budget's history");
        facts.row("Seal of that version", summary.asAt().chainHash());
    }

    private static String period(@Nullable LocalDate from, LocalDate to) {
        return (from == null ? "From the beginning" : "From " + DAY.format(from)) + " to " + DAY.format(to);
    }

    private static String what(StatementLine line) {
        var what = new StringBuilder(Wording.of(line.kind()));
        if (line.dueFrom() != null) {
            what.append(" from ")
                    .append(DAY.format(line.dueFrom()))
                    .append(" to ")
                    .append(DAY.format(line.effectiveOn()));
        }
        if (line.reverses() != null) {
            what.append(", taken back");
        }
        if (line.reversed()) {
            what.append(", reversed later");
        }
        if (line.description() != null) {
            what.append(": ").append(line.description().value());
        }
        line.flags().forEach(flag -> what.append("; ").append(Wording.of(flag)));
        return what.toString();
    }

    private static Page.Cell sum(Money sum) {
        return Page.cell("sum", sum.formatted());
    }
}
