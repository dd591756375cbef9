package org.budgetledger.projections.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.entitlement.Dues;
import org.budgetledger.api.budget.entitlement.EntitlementLine;
import org.budgetledger.api.budget.entitlement.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * The days of each account from one day to another, cut as they are settled: the days of one payment are one window, whole,
 * and what lies between two payments is another.
 */
record DueCalendar(Dues dues, LocalDate from, LocalDate to) {
    /**
     * Days of one account that are settled together, or not at all.
     *
     * @param settledBy the span of the payment; none where none has settled them
     */
    record Window(AccountKey account, Settlement.@Nullable Span settledBy, List<EntitlementLine> lines) {
        Window {
            lines = List.copyOf(lines);
        }
    }

    /** The windows in the order of accounts and days; those without a line are left out. */
    List<Window> windows() {
        return accounts().stream()
                .flatMap(account -> windows(account).stream())
                .filter(window -> !window.lines().isEmpty())
                .toList();
    }

    /** The spans that touch the days, in the order of accounts and days. */
    List<Settlement.Span> spans() {
        return dues.settlement().spans().stream()
                .filter(span -> !span.from().isAfter(to) && !span.to().isBefore(from))
                .sorted(Comparator.comparing(Settlement.Span::deployment)
                        .thenComparing(Settlement.Span::stream)
                        .thenComparing(Settlement.Span::from))
                .toList();
    }

    private List<Window> windows(AccountKey account) {
        var windows = new ArrayList<Window>();
        var next = from;
        for (var span : spans()) {
            if (span.account().equals(account)) {
                if (span.from().isAfter(next)) {
                    windows.add(window(account, null, next, span.from().minusDays(1)));
                }
                windows.add(window(account, span, span.from(), span.to()));
                next = span.to().isBefore(next) ? next : span.to().plusDays(1);
            }
        }
        if (!next.isAfter(to)) {
            windows.add(window(account, null, next, to));
        }
        return windows;
    }

    private Window window(AccountKey account, Settlement.@Nullable Span span, LocalDate first, LocalDate last) {
        return new Window(
                account,
                span,
                dues.book().lines(first, last).stream()
                        .filter(line -> account.equals(new AccountKey(line.deployment(), line.stream())))
                        .toList());
    }

    /** Every account that anything may have fallen due on. */
    private Set<AccountKey> accounts() {
        var accounts = new TreeSet<AccountKey>(
                Comparator.comparing(AccountKey::deployment).thenComparing(AccountKey::stream));
        var deployments = Stream.concat(
                        Stream.of(DeploymentId.AUTHORITY),
                        dues.book().deployments().stream()
                                .flatMap(set -> set.deployments().stream())
                                .map(Deployment::deploymentId))
                .distinct()
                .toList();
        dues.book()
                .streams()
                .forEach(stream -> deployments.forEach(deployment -> accounts.add(new AccountKey(deployment, stream))));
        return accounts;
    }
}
