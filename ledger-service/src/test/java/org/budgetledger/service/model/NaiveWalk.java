package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.entitlement.EntitlementLine.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A walk through the days of a span, one by one (domain §4): as long as nothing changes from one day to the next, the line goes
 * on; then it is rounded once, divided among the deployments, and each part between financial years.
 */
final class NaiveWalk {
    /** What must stay the same for a line to go on; versions are told apart even where their sums are alike. */
    private record Same(@Nullable Object version, long weekly, NaiveBook.@Nullable Mixture mixture, boolean suspended) {
        @SuppressWarnings("ReferenceEquality") // two versions may say the same and are two all the same
        boolean as(Same other) {
            return version == other.version
                    && weekly == other.weekly
                    && mixture == other.mixture
                    && suspended == other.suspended;
        }
    }

    private final NaiveBook book;
    private final FundingStream stream;
    private final List<NaiveLine> lines = new ArrayList<>();

    private NaiveWalk(NaiveBook book, FundingStream stream) {
        this.book = book;
        this.stream = stream;
    }

    /** The lines of one stream from one day to another, both included. */
    static List<NaiveLine> lines(NaiveBook book, FundingStream stream, LocalDate from, LocalDate to) {
        var walk = new NaiveWalk(book, stream);
        var ends = book.lastDay();
        var last = ends != null && ends.isBefore(to) ? ends : to;
        walk.oneOffs(from, last);
        walk.walk(Kind.RATE, from, last);
        if (book.contributions.stream().anyMatch(each -> each.stream() == stream)) {
            walk.walk(Kind.CONTRIBUTION, from, last);
        }
        return walk.lines;
    }

    private void oneOffs(LocalDate from, LocalDate last) {
        for (var each : book.oneOffs) {
            if (each.stream() == stream
                    && !each.on().isBefore(from)
                    && !each.on().isAfter(last)) {
                divide(Kind.ONE_OFF, null, each.pence(), each.on(), each.on(), book.mixture(each.on()), false);
            }
        }
    }

    private void walk(Kind kind, LocalDate first, LocalDate last) {
        var from = first;
        var same = same(kind, first);
        for (var day = first; !day.isAfter(last); ) {
            var next = day.plusDays(1);
            var then = same(kind, next);
            if (next.isAfter(last) || !same.as(then) || book.calendar.begins(next)) {
                if (same.weekly() > 0) {
                    var days = (int) (next.toEpochDay() - from.toEpochDay());
                    divide(
                            kind,
                            same.weekly(),
                            NaiveArithmetic.line(same.weekly(), days),
                            from,
                            day,
                            same.mixture(),
                            same.suspended());
                }
                from = next;
                same = then;
            }
            day = next;
        }
    }

    private Same same(Kind kind, LocalDate day) {
        var rate = book.rate(stream, day);
        return kind == Kind.RATE
                ? new Same(rate, rate == null ? 0 : rate.pence(), book.mixture(day), book.suspended(day))
                : new Same(null, book.contribution(stream, day), book.mixture(day), book.suspended(day));
    }

    private void divide(
            Kind kind,
            @Nullable Long weekly,
            long pence,
            LocalDate from,
            LocalDate to,
            NaiveBook.@Nullable Mixture mixture,
            boolean suspended) {
        var sharing = NaiveBook.sharing(mixture, stream);
        if (sharing.isEmpty()) {
            parts(kind, weekly, DeploymentId.AUTHORITY, pence, from, to);
            return;
        }
        var parts = NaiveArithmetic.split(
                pence,
                sharing.stream().map(each -> NaiveBook.weight(each, stream)).toList());
        for (var i = 0; i < parts.size(); i++) {
            // Nothing falls due to a holder while payments are suspended; what holds no money goes on.
            if (!suspended || notional(sharing.get(i))) {
                parts(kind, weekly, sharing.get(i).deploymentId(), parts.get(i), from, to);
            }
        }
    }

    private static boolean notional(Deployment deployment) {
        return deployment.notional();
    }

    private void parts(
            Kind kind, @Nullable Long weekly, DeploymentId deployment, long pence, LocalDate from, LocalDate to) {
        var edges = new ArrayList<LocalDate>(List.of(from));
        var days = new ArrayList<Long>(List.of(0L));
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (day.getMonthValue() == 4 && day.getDayOfMonth() == 1 && day.isAfter(from)) {
                edges.add(day);
                days.add(0L);
            }
            days.set(days.size() - 1, days.getLast() + 1);
        }
        var parts = NaiveArithmetic.split(pence, days);
        for (var i = 0; i < parts.size(); i++) {
            if (parts.get(i) > 0) {
                var first = edges.get(i);
                lines.add(new NaiveLine(
                        kind,
                        stream,
                        deployment,
                        first,
                        first.plusDays(days.get(i) - 1),
                        weekly,
                        book.calendar.first(first),
                        book.calendar.last(first),
                        parts.get(i)));
            }
        }
    }
}
