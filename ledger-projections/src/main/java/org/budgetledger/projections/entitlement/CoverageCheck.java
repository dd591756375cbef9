package org.budgetledger.projections.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.entitlement.AccountDays;
import org.budgetledger.api.budget.entitlement.Coverage;
import org.budgetledger.api.budget.entitlement.EntitlementLine;
import org.budgetledger.api.budget.entitlement.ReleasedSpan;

/** R16: looks at every line and every released span on its own, whatever made them. */
record CoverageCheck(List<DueCalendar.Window> windows, List<ReleasedSpan> released, Predicate<AccountKey> holdsMoney) {
    Coverage upTo(LocalDate day) {
        var ratedTwice = ratedTwice();
        var unsettled = unsettled(day);
        var settledTwice = overlaps(released.stream()
                .map(span -> new AccountDays(span.deployment(), span.stream(), span.from(), span.to()))
                .toList());
        return new Coverage(
                ratedTwice.isEmpty()
                        && unsettled.isEmpty()
                        && settledTwice.isEmpty()
                        && released.stream().allMatch(ReleasedSpan::squared),
                day,
                ratedTwice,
                unsettled,
                settledTwice);
    }

    private List<AccountDays> ratedTwice() {
        return overlaps(windows.stream()
                .flatMap(window -> window.lines().stream())
                .filter(line -> line.kind() == EntitlementLine.Kind.RATE)
                .map(line -> new AccountDays(line.deployment(), line.stream(), line.from(), line.to()))
                .toList());
    }

    /** The days that two of these share. */
    private static List<AccountDays> overlaps(List<AccountDays> all) {
        var overlaps = new ArrayList<AccountDays>();
        all.stream()
                .collect(Collectors.groupingBy(
                        days -> days.deployment() + "|" + days.stream(), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(ofOne -> {
                    var last = LocalDate.MIN;
                    for (var days : ofOne.stream()
                            .sorted(Comparator.comparing(AccountDays::from))
                            .toList()) {
                        if (!days.from().isAfter(last)) {
                            overlaps.add(new AccountDays(
                                    days.deployment(),
                                    days.stream(),
                                    days.from(),
                                    days.to().isBefore(last) ? days.to() : last));
                        }
                        last = days.to().isAfter(last) ? days.to() : last;
                    }
                });
        return overlaps;
    }

    private List<AccountDays> unsettled(LocalDate day) {
        var unsettled = new ArrayList<AccountDays>();
        windows.stream()
                .filter(window -> window.settledBy() == null && holdsMoney.test(window.account()))
                .flatMap(window -> window.lines().stream()
                        .collect(Collectors.groupingBy(line -> line.period().from(), TreeMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .filter(CoverageCheck::somethingIsDue))
                .flatMap(List::stream)
                .filter(line -> line.kind() != EntitlementLine.Kind.CONTRIBUTION
                        && !line.from().isAfter(day))
                .map(line -> new AccountDays(
                        line.deployment(), line.stream(), line.from(), line.to().isAfter(day) ? day : line.to()))
                .forEach(days -> append(unsettled, days));
        return unsettled;
    }

    /** A stream that the person pays for whole has nothing to release. */
    private static boolean somethingIsDue(List<EntitlementLine> lines) {
        return lines.stream()
                .map(EntitlementLine::net)
                .reduce(Money.ZERO, Money::plus)
                .isPositive();
    }

    /** Days that follow on those before them are one span. */
    private static void append(List<AccountDays> spans, AccountDays next) {
        var last = spans.isEmpty() ? null : spans.getLast();
        if (last != null
                && Objects.equals(last.deployment(), next.deployment())
                && last.stream() == next.stream()
                && !next.from().isAfter(last.to().plusDays(1))) {
            spans.set(
                    spans.size() - 1,
                    new AccountDays(
                            last.deployment(),
                            last.stream(),
                            last.from(),
                            next.to().isAfter(last.to()) ? next.to() : last.to()));
        } else {
            spans.add(next);
        }
    }
}
