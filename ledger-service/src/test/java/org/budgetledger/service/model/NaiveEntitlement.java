package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.control.Deployment;
import org.jspecify.annotations.Nullable;

/**
 * The entitlement book, by walking through every day: days in a row under one rate, in one pay period and under one set of
 * deployments make a line; a line is rounded once and then shared out (domain §4).
 */
final class NaiveEntitlement {
    /** A sum agreed on a stream: so much a week over days, or once on a day. */
    record Sum(
            FundingStream stream,
            @Nullable Amount weekly,
            @Nullable Amount oneOff,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** How the allocation is deployed from a day on; the number tells two that are alike apart. */
    record Mixture(int number, LocalDate from, List<Deployment> deployments) {}

    private NaiveEntitlement() {}

    static long upTo(LocalDate day, AccountKey account, List<Sum> sums, List<Mixture> mixtures) {
        var due = 0L;
        for (var sum : sums) {
            if (sum.stream() != account.stream() || sum.from().isAfter(day)) {
                continue;
            }
            if (sum.oneOff() != null) {
                due += part(sum.oneOff().pence(), account, inForce(sum.from().toEpochDay(), mixtures));
            }
            if (sum.weekly() != null) {
                due += walked(sum.weekly().pence(), sum.from(), earlier(sum.to(), day), account, mixtures);
            }
        }
        return due;
    }

    private static long walked(
            long weekly, LocalDate first, LocalDate last, AccountKey account, List<Mixture> mixtures) {
        var due = 0L;
        var days = 0;
        for (var day = first.toEpochDay(); day <= last.toEpochDay(); day++) {
            days++;
            var mixture = inForce(day, mixtures);
            if (day == last.toEpochDay()
                    || period(day + 1) != period(day)
                    || number(inForce(day + 1, mixtures)) != number(mixture)) {
                due += part(NaiveArithmetic.line(weekly, days), account, mixture);
                days = 0;
            }
        }
        return due;
    }

    /** Which pay period a day is in, counted from one that is known to start. */
    private static long period(long epochDay) {
        return Math.floorDiv(epochDay - ModelRules.A_PERIOD_STARTS.toEpochDay(), (long) ModelRules.PERIOD_DAYS);
    }

    /** The mixture in force on a day; none before the first. */
    private static @Nullable Mixture inForce(long epochDay, List<Mixture> mixtures) {
        Mixture found = null;
        for (var mixture : mixtures) {
            if (mixture.from().toEpochDay() <= epochDay) {
                found = mixture;
            }
        }
        return found;
    }

    private static int number(@Nullable Mixture mixture) {
        return mixture == null ? -1 : mixture.number();
    }

    private static long part(long line, AccountKey account, @Nullable Mixture mixture) {
        var sharing = mixture == null
                ? List.<Deployment>of()
                : mixture.deployments().stream()
                        .filter(deployment -> weight(deployment, account.stream()) > 0)
                        .toList();
        if (sharing.isEmpty()) {
            return account.deployment().equals(DeploymentId.AUTHORITY) ? line : 0;
        }
        var parts = NaiveArithmetic.split(
                line,
                sharing.stream()
                        .map(deployment -> weight(deployment, account.stream()))
                        .toList());
        for (var i = 0; i < sharing.size(); i++) {
            if (sharing.get(i).deploymentId().equals(account.deployment())) {
                return parts.get(i);
            }
        }
        return 0;
    }

    private static long weight(Deployment deployment, FundingStream stream) {
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

    private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
        return one == null || one.isAfter(other) ? other : one;
    }
}
