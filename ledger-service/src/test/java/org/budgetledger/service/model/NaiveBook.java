package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.budget.control.Deployment;
import org.jspecify.annotations.Nullable;

/** The entitlement book as lists of what was decided, in that order; what holds on a day is looked up day by day. */
final class NaiveBook {
    /** A decision of a weekly sum; it holds on its days whatever was decided before. */
    record Weekly(
            FundingStream stream,
            long pence,
            LocalDate from,
            @Nullable LocalDate to) {
        boolean names(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    record OneOff(ItemId id, FundingStream stream, long pence, LocalDate on) {}

    /** How the allocation is deployed from a day on. */
    record Mixture(LocalDate from, List<Deployment> deployments) {}

    /** From a day on payments are suspended, or no longer. */
    record Suspending(boolean suspends, LocalDate from) {}

    final NaiveCalendar calendar;
    final List<Weekly> rates = new ArrayList<>();
    final List<Weekly> contributions = new ArrayList<>();
    final List<OneOff> oneOffs = new ArrayList<>();
    final List<Mixture> mixtures = new ArrayList<>();
    final List<Suspending> suspending = new ArrayList<>();

    @Nullable
    LocalDate withdrawn;

    @Nullable
    LocalDate died;

    @Nullable
    LocalDate closed;

    NaiveBook(PayCycle cycle) {
        calendar = new NaiveCalendar(cycle);
    }

    void oneOff(OneOff oneOff) {
        oneOffs.removeIf(each -> each.id().equals(oneOff.id()));
        oneOffs.add(oneOff);
    }

    /** Whichever end comes first counts. */
    @Nullable
    LocalDate lastDay() {
        LocalDate last = null;
        for (var end : new @Nullable LocalDate[] {withdrawn, died, closed}) {
            if (end != null && (last == null || end.isBefore(last))) {
                last = end;
            }
        }
        return last;
    }

    boolean endedBefore(LocalDate day) {
        var last = lastDay();
        return last != null && day.isAfter(last);
    }

    /** Which version of the rate holds on a day; none where none does, or one of nothing. */
    @Nullable
    Weekly rate(FundingStream stream, LocalDate day) {
        var rate = latest(rates, stream, day);
        return rate == null || rate.pence() == 0 ? null : rate;
    }

    /** What the person pays a week: never more than the rate. */
    long contribution(FundingStream stream, LocalDate day) {
        var rate = rate(stream, day);
        var assessed = latest(contributions, stream, day);
        return rate == null || assessed == null ? 0 : Math.min(rate.pence(), assessed.pence());
    }

    private static @Nullable Weekly latest(List<Weekly> decided, FundingStream stream, LocalDate day) {
        Weekly latest = null;
        for (var each : decided) {
            if (each.stream() == stream && each.names(day)) {
                latest = each;
            }
        }
        return latest;
    }

    boolean suspended(LocalDate day) {
        var suspended = false;
        for (var each : suspending) {
            if (!day.isBefore(each.from())) {
                suspended = each.suspends();
            }
        }
        return suspended;
    }

    @Nullable
    Mixture mixture(LocalDate day) {
        Mixture latest = null;
        for (var each : mixtures) {
            if (!each.from().isAfter(day)) {
                latest = each;
            }
        }
        return latest;
    }

    /** The first day that anything was decided for. */
    LocalDate firstDay() {
        return Stream.concat(rates.stream().map(Weekly::from), oneOffs.stream().map(OneOff::on))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The streams that anything was decided on, each once. */
    List<FundingStream> streams() {
        return Stream.concat(
                        rates.stream().map(Weekly::stream), oneOffs.stream().map(OneOff::stream))
                .distinct()
                .toList();
    }

    /** Those who share a stream on a day; none where the authority manages it. */
    static List<Deployment> sharing(@Nullable Mixture mixture, FundingStream stream) {
        return mixture == null
                ? List.of()
                : mixture.deployments().stream()
                        .filter(each -> weight(each, stream) > 0)
                        .toList();
    }

    static long weight(Deployment deployment, FundingStream stream) {
        if (deployment.shares() == null) {
            return 1;
        }
        for (var share : deployment.shares()) {
            if (share.stream() == stream) {
                return share.weight();
            }
        }
        return 0;
    }

    /** One deployment's part of a sum on a day. */
    long part(long pence, DeploymentId deployment, FundingStream stream, LocalDate day) {
        var sharing = sharing(mixture(day), stream);
        if (sharing.isEmpty()) {
            return deployment.equals(DeploymentId.AUTHORITY) ? pence : 0;
        }
        var parts = NaiveArithmetic.split(
                pence, sharing.stream().map(each -> weight(each, stream)).toList());
        for (var i = 0; i < parts.size(); i++) {
            if (sharing.get(i).deploymentId().equals(deployment)) {
                return parts.get(i);
            }
        }
        return 0;
    }
}
