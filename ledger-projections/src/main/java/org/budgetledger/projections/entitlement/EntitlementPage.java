package org.budgetledger.projections.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.entitlement.DueLine;
import org.budgetledger.api.budget.entitlement.DueSum;
import org.budgetledger.api.budget.entitlement.EntitlementLine;
import org.budgetledger.api.budget.entitlement.EntitlementView;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.projections.account.Account;
import org.budgetledger.projections.book.BudgetBook;
import org.budgetledger.projections.control.Deployments;
import org.budgetledger.projections.stream.Cut;
import org.jspecify.annotations.Nullable;

/** The calendar of a budget's entitlement, as people read it. */
final class EntitlementPage {
    private final BudgetBook book;
    private final LocalDate day;
    private final DueCalendar calendar;

    /**
     * The calendar from one day to another, in whole pay periods.
     *
     * @param day the day that is asked about
     */
    EntitlementPage(BudgetBook book, LocalDate day, @Nullable LocalDate from, @Nullable LocalDate to) {
        // The days are those of the entitlement, so that an adjustment squares with the change that made it.
        var dues = book.facts().dues(Cut.NONE);
        var periods = dues.book().calendar();
        var first = from == null ? (to == null || to.isAfter(day) ? day : to) : from;
        var last = to == null ? (first.isAfter(day) ? first : day) : to;
        this.book = book;
        this.day = day;
        this.calendar = new DueCalendar(
                dues, periods.period(first).from(), periods.period(last).to());
    }

    EntitlementView view(AsAt asAt) {
        var windows = calendar.windows();
        var lines = windows.stream()
                .flatMap(window -> window.lines().stream().map(line -> line(window, line)))
                .sorted(Comparator.comparing(DueLine::from)
                        .thenComparing(DueLine::stream)
                        .thenComparing(DueLine::deployment)
                        .thenComparing(DueLine::kind))
                .toList();
        var released = calendar.spans().stream()
                .map(span -> Released.of(span, calendar.dues().book()))
                .toList();
        var all = sum("", lines);
        return new EntitlementView(
                book.row().budgetId(),
                calendar.from(),
                calendar.to(),
                all.gross(),
                all.contributions(),
                all.net(),
                lines,
                sums(lines, DueLine::period),
                sums(lines, line -> line.financialYear().toString()),
                sums(lines, line -> line.deployment().toString()),
                sums(lines, line -> line.stream().name()),
                released,
                new CoverageCheck(windows, released, this::holdsMoney).upTo(day),
                day,
                asAt);
    }

    private boolean holdsMoney(AccountKey account) {
        return !Account.notional(
                account,
                new Deployments(calendar.dues().book())
                        .find(account.deployment(), day)
                        .orElse(null));
    }

    private static DueLine line(DueCalendar.Window window, EntitlementLine line) {
        var span = window.settledBy();
        return new DueLine(
                line.kind(),
                line.stream(),
                line.deployment(),
                line.from(),
                line.to(),
                line.weekly(),
                line.period().name(),
                line.financialYear(),
                line.amount(),
                line.net(),
                span == null || !span.isPaid() ? null : span.paymentId());
    }

    private static List<DueSum> sums(List<DueLine> lines, Function<DueLine, String> by) {
        var groups = new LinkedHashMap<String, List<DueLine>>();
        lines.forEach(line ->
                groups.computeIfAbsent(by.apply(line), _ -> new ArrayList<>()).add(line));
        return groups.entrySet().stream()
                .map(group -> sum(group.getKey(), group.getValue()))
                .toList();
    }

    private static DueSum sum(String of, List<DueLine> lines) {
        var net = lines.stream().map(DueLine::net).reduce(Money.ZERO, Money::plus);
        var contributions = lines.stream()
                .filter(line -> line.kind() == EntitlementLine.Kind.CONTRIBUTION)
                .map(line -> line.amount().money())
                .reduce(Money.ZERO, Money::plus);
        return new DueSum(of, net.plus(contributions), contributions, net);
    }
}
