package org.budgetledger.api.budget.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;

/**
 * What is due to one deployment over a span of days, net of contributions: its lines, and their sums by stream, pay period
 * and financial year.
 */
public record Due(List<EntitlementLine> lines, List<SettledSum> sums) {
    public Due {
        lines = List.copyOf(lines);
        sums = List.copyOf(sums);
    }

    public static Due to(DeploymentId deployment, LocalDate from, LocalDate to, Entitlement book) {
        var lines = book.lines(from, to).stream()
                .filter(line -> line.deployment().equals(deployment))
                .toList();
        var sums = new ArrayList<SettledSum>();
        for (var stream : FundingStream.values()) {
            var ofStream =
                    lines.stream().filter(line -> line.stream() == stream).toList();
            // Each line is rounded on its own, so a stream that the person pays for whole could come to less than
            // nothing.
            if (net(ofStream).isPositive()) {
                sums.addAll(sums(stream, from, to, ofStream, book));
            }
        }
        return new Due(lines, sums);
    }

    /** The net sum of one stream. */
    public Money of(FundingStream stream) {
        return sums.stream()
                .filter(sum -> sum.stream() == stream)
                .map(SettledSum::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** The days of a span, cut where a pay period or a financial year ends, with nothing settled of them. */
    public static List<SettledSum> pieces(FundingStream stream, LocalDate from, LocalDate to, Entitlement book) {
        var pieces = new ArrayList<SettledSum>();
        for (var first = from; !first.isAfter(to); ) {
            var period = book.calendar().period(first);
            var last =
                    earliest(earliest(to, period.to()), FinancialYear.of(first).lastDay());
            pieces.add(new SettledSum(stream, first, last, period.name(), Money.ZERO));
            first = last.plusDays(1);
        }
        return pieces;
    }

    private static List<SettledSum> sums(
            FundingStream stream, LocalDate from, LocalDate to, List<EntitlementLine> lines, Entitlement book) {
        return pieces(stream, from, to, book).stream()
                .map(piece -> piece.plus(net(lines.stream()
                        .filter(line -> !line.from().isBefore(piece.from())
                                && !line.from().isAfter(piece.to()))
                        .toList())))
                .filter(sum -> !sum.amount().isZero())
                .toList();
    }

    private static Money net(List<EntitlementLine> lines) {
        return lines.stream().map(EntitlementLine::net).reduce(Money.ZERO, Money::plus);
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
