package org.budgetledger.api.budget.allocation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.PayCalendar;
import org.budgetledger.api.Split;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.jspecify.annotations.Nullable;

/**
 * The entitlement book of one budget: what is due, day by day (domain §2), folded from the events that decide it. A line is
 * one rate over one contiguous span inside one pay period under one set of deployments; it is rounded once, half up (§4),
 * and then divided among the deployments by their weights, so that their parts always add up to it.
 *
 * @param lastDay the last day of a withdrawn budget; none while it goes on
 */
public record Entitlement(
        List<BudgetAllocated> allocations,
        List<DeploymentsSet> deployments,
        @Nullable LocalDate lastDay) {
    public static final Entitlement NONE = new Entitlement(List.of(), List.of(), null);

    public Entitlement {
        allocations = List.copyOf(allocations);
        deployments = List.copyOf(deployments);
    }

    public Entitlement with(BudgetAllocated allocated) {
        var more = new ArrayList<>(allocations);
        more.add(allocated);
        return new Entitlement(more, deployments, lastDay);
    }

    public Entitlement with(DeploymentsSet set) {
        var more = new ArrayList<>(deployments);
        more.add(set);
        return new Entitlement(allocations, more, lastDay);
    }

    /** The same, ended: nothing falls due after the last day of a withdrawn budget. */
    public Entitlement endingOn(LocalDate day) {
        return new Entitlement(allocations, deployments, day);
    }

    /** The sum due on one account from the beginning up to and including {@code day}. */
    public Money upTo(LocalDate day, AccountKey account, PayCalendar calendar) {
        var last = lastDay == null || day.isBefore(lastDay) ? day : lastDay;
        return allocations.stream()
                .filter(allocated -> allocated.stream() == account.stream())
                .map(allocated -> upTo(last, allocated, account, calendar))
                .reduce(Money.ZERO, Money::plus);
    }

    /**
     * The first day that would have two weekly rates if this one were added (R16); none when there is no such day.
     *
     * @param weekly the rate to add; a one-off sum overlaps with nothing
     */
    public Optional<LocalDate> firstDayRatedTwice(
            FundingStream stream, @Nullable Amount weekly, LocalDate from, @Nullable LocalDate to) {
        return weekly == null
                ? Optional.empty()
                : allocations.stream()
                        .filter(other -> other.stream() == stream && other.weekly() != null)
                        .filter(other -> (to == null || !other.effectiveFrom().isAfter(to))
                                && (other.effectiveTo() == null || !from.isAfter(other.effectiveTo())))
                        .map(other -> other.effectiveFrom().isAfter(from) ? other.effectiveFrom() : from)
                        .min(Comparator.naturalOrder());
    }

    /** The deployments in force on a day; before any are set, and where none has a share, the authority manages. */
    public List<Deployment> inForceOn(LocalDate day) {
        return deployments.reversed().stream()
                .filter(set -> !set.effectiveFrom().isAfter(day))
                .findFirst()
                .map(DeploymentsSet::deployments)
                .orElse(List.of());
    }

    private Money upTo(LocalDate day, BudgetAllocated allocated, AccountKey account, PayCalendar calendar) {
        if (allocated.weekly() == null) {
            var sum = allocated.oneOff() == null || allocated.effectiveFrom().isAfter(day)
                    ? Money.ZERO
                    : allocated.oneOff().money();
            return part(sum, allocated.effectiveFrom(), account);
        }
        var last =
                allocated.effectiveTo() == null || allocated.effectiveTo().isAfter(day) ? day : allocated.effectiveTo();
        var due = Money.ZERO;
        for (var from = allocated.effectiveFrom(); !from.isAfter(last); ) {
            var next = endOfLine(from, last, calendar);
            due = due.plus(part(line(allocated.weekly(), ChronoUnit.DAYS.between(from, next)), from, account));
            from = next;
        }
        return due;
    }

    /** {@code roundHalfUp(weeklyPence × days / 7)}, once for the line. */
    static Money line(Amount weekly, long days) {
        return Money.ofPence((Math.multiplyExact(2 * weekly.pence(), days) + 7) / 14);
    }

    /** The first day after the line that starts on {@code from}. */
    private LocalDate endOfLine(LocalDate from, LocalDate last, PayCalendar calendar) {
        return Stream.concat(
                        Stream.of(last.plusDays(1), calendar.nextPeriodStart(from)),
                        deployments.stream().map(DeploymentsSet::effectiveFrom).filter(day -> day.isAfter(from)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Money part(Money line, LocalDate day, AccountKey account) {
        var sharing = inForceOn(day).stream()
                .filter(deployment -> deployment.weightOf(account.stream()) > 0)
                .toList();
        if (sharing.isEmpty()) {
            return account.deployment().equals(DeploymentId.AUTHORITY) ? line : Money.ZERO;
        }
        var parts = Split.byWeights(
                line,
                sharing.stream()
                        .map(deployment -> deployment.weightOf(account.stream()))
                        .toList());
        return IntStream.range(0, sharing.size())
                .filter(i -> sharing.get(i).deploymentId().equals(account.deployment()))
                .mapToObj(parts::get)
                .reduce(Money.ZERO, Money::plus);
    }
}
