package org.budgetledger.api.budget.entitlement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.Split;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.jspecify.annotations.Nullable;

/**
 * Works out the lines of one stream over a span of days. Every line is cut where a pay period begins, where the deployments
 * change and where a suspension begins or ends; a rate's line also where the rate does, a contribution's where what is paid
 * does.
 */
final class Lines {
    private final Entitlement book;
    private final FundingStream stream;
    private final List<EntitlementLine> lines = new ArrayList<>();

    private Lines(Entitlement book, FundingStream stream) {
        this.book = book;
        this.stream = stream;
    }

    static List<EntitlementLine> of(Entitlement book, FundingStream stream, LocalDate from, LocalDate to) {
        var ended = book.lastDay();
        var last = ended != null && ended.isBefore(to) ? ended : to;
        var work = new Lines(book, stream);
        work.weekly(from, last);
        work.oneOffs(from, last);
        return work.lines;
    }

    /** {@code roundHalfUp(weeklyPence × days / 7)}, once for the line. */
    static Money line(Money weekly, long days) {
        return Money.ofPence((Math.multiplyExact(2 * weekly.pence(), days) + 7) / 14);
    }

    /** One account's part of a sum of its stream on a day. */
    static Money part(Entitlement book, Money whole, AccountKey account, LocalDate day) {
        var work = new Lines(book, account.stream());
        work.divide(EntitlementLine.Kind.ONE_OFF, day, day, null, whole);
        return work.lines.stream()
                .filter(line -> line.deployment().equals(account.deployment()))
                .map(line -> line.amount().money())
                .reduce(Money.ZERO, Money::plus);
    }

    /** A key that stays the same from one day to another. */
    private record Span<K>(LocalDate from, LocalDate to, K key) {
        long days() {
            return ChronoUnit.DAYS.between(from, to) + 1;
        }
    }

    private void weekly(LocalDate from, LocalDate last) {
        var begun = book.rateEdges(stream).min(LocalDate::compareTo);
        if (begun.isEmpty() || begun.get().isAfter(last)) {
            return;
        }
        var first = begun.get().isAfter(from) ? begun.get() : from;
        var cuts = cuts(first, last);
        var edges = Stream.of(Stream.of(first), cuts.stream(), book.rateEdges(stream), book.contributionEdges(stream))
                .flatMap(days -> days)
                .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                .collect(Collectors.toCollection(TreeSet::new));
        spans(edges, cuts, last, day -> book.rateOn(stream, day).orElse(null))
                .forEach(span -> divide(
                        EntitlementLine.Kind.RATE,
                        span.from(),
                        span.to(),
                        span.key().weekly(),
                        line(span.key().weekly(), span.days())));
        spans(edges, cuts, last, day -> {
                    var weekly = book.contributionOn(stream, day);
                    return weekly.isZero() ? null : weekly;
                })
                .forEach(span -> divide(
                        EntitlementLine.Kind.CONTRIBUTION,
                        span.from(),
                        span.to(),
                        span.key(),
                        line(span.key(), span.days())));
    }

    private Set<LocalDate> cuts(LocalDate first, LocalDate last) {
        var cuts = new TreeSet<LocalDate>();
        for (var day = book.calendar().nextPeriodStart(first);
                !day.isAfter(last);
                day = book.calendar().nextPeriodStart(day)) {
            cuts.add(day);
        }
        book.deployments().stream().map(DeploymentsSet::effectiveFrom).forEach(cuts::add);
        book.suspensions().edges().forEach(cuts::add);
        return cuts;
    }

    private static <K> List<Span<K>> spans(
            SortedSet<LocalDate> edges, Set<LocalDate> cuts, LocalDate last, Function<LocalDate, @Nullable K> keyOn) {
        var spans = new ArrayList<Span<K>>();
        var starts = List.copyOf(edges);
        for (var i = 0; i < starts.size(); i++) {
            var start = starts.get(i);
            var end = i + 1 < starts.size() ? starts.get(i + 1).minusDays(1) : last;
            var key = keyOn.apply(start);
            if (key == null) {
                continue;
            }
            var before = spans.isEmpty() ? null : spans.getLast();
            if (before != null
                    && before.to().plusDays(1).equals(start)
                    && !cuts.contains(start)
                    && before.key().equals(key)) {
                spans.set(spans.size() - 1, new Span<>(before.from(), end, key));
            } else {
                spans.add(new Span<>(start, end, key));
            }
        }
        return spans;
    }

    private void oneOffs(LocalDate from, LocalDate last) {
        book.oneOffs().stream()
                .filter(oneOff -> oneOff.stream() == stream
                        && !oneOff.on().isBefore(from)
                        && !oneOff.on().isAfter(last))
                .forEach(oneOff -> divide(EntitlementLine.Kind.ONE_OFF, oneOff.on(), oneOff.on(), null, oneOff.sum()));
    }

    /** The deployments' parts of a line, which is inside one pay period and one set of deployments. */
    private void divide(EntitlementLine.Kind kind, LocalDate from, LocalDate to, @Nullable Money weekly, Money whole) {
        // A sum that falls due once is not lost to a suspension on its day.
        var suspended =
                kind != EntitlementLine.Kind.ONE_OFF && book.suspensions().touch(from, from);
        var sharing = book.inForceOn(from).stream()
                .filter(deployment -> deployment.weightOf(stream) > 0)
                .toList();
        if (sharing.isEmpty()) {
            add(kind, DeploymentId.AUTHORITY, from, to, weekly, whole);
            return;
        }
        var parts = Split.byWeights(
                whole,
                sharing.stream().map(deployment -> deployment.weightOf(stream)).toList());
        for (var i = 0; i < parts.size(); i++) {
            if (!suspended || sharing.get(i).notional()) {
                add(kind, sharing.get(i).deploymentId(), from, to, weekly, parts.get(i));
            }
        }
    }

    /** One deployment's part, shown in each financial year by largest remainder over the days. */
    private void add(
            EntitlementLine.Kind kind,
            DeploymentId deployment,
            LocalDate from,
            LocalDate to,
            @Nullable Money weekly,
            Money part) {
        var yearEnds = FinancialYear.of(from).lastDay();
        if (!to.isAfter(yearEnds)) {
            addWithinYear(kind, deployment, from, to, weekly, part);
            return;
        }
        var parts = Split.byWeights(
                part, List.of(ChronoUnit.DAYS.between(from, yearEnds) + 1, ChronoUnit.DAYS.between(yearEnds, to)));
        addWithinYear(kind, deployment, from, yearEnds, weekly, parts.getFirst());
        addWithinYear(kind, deployment, yearEnds.plusDays(1), to, weekly, parts.getLast());
    }

    private void addWithinYear(
            EntitlementLine.Kind kind,
            DeploymentId deployment,
            LocalDate from,
            LocalDate to,
            @Nullable Money weekly,
            Money part) {
        if (part.isPositive()) {
            lines.add(new EntitlementLine(
                    kind,
                    stream,
                    deployment,
                    from,
                    to,
                    weekly,
                    book.calendar().period(from),
                    FinancialYear.of(from),
                    Amount.of(part)));
        }
    }
}
