package org.budgetledger.api.budget.entitlement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.budgetledger.api.Amount;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PayCalendar;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.AllocationEvent;
import org.budgetledger.api.budget.allocation.AllocationNotified;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.allocation.IndicativeAllocationCalculated;
import org.budgetledger.api.budget.challenge.ChallengeEvent;
import org.budgetledger.api.budget.control.ControlEvent;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.earmark.EarmarkEvent;
import org.budgetledger.api.budget.ending.BudgetClosed;
import org.budgetledger.api.budget.ending.DeathRecorded;
import org.budgetledger.api.budget.payment.PaymentEvent;
import org.budgetledger.api.budget.plan.PlanEvent;
import org.budgetledger.api.budget.pooling.PoolingEvent;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.review.ReviewEvent;
import org.budgetledger.api.budget.scheme.PayCycleChanged;
import org.budgetledger.api.budget.scheme.PolicyPackAdopted;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.api.budget.suspension.SuspensionEvent;
import org.budgetledger.api.budget.suspension.Suspensions;
import org.budgetledger.api.budget.transfer.TransferEvent;
import org.budgetledger.api.budget.withdrawal.BudgetWithdrawn;
import org.budgetledger.api.budget.withdrawal.WithdrawalEvent;
import org.jspecify.annotations.Nullable;

/**
 * The entitlement book of one budget: what is due, day by day (domain §2), folded from the events that decide it. What was
 * decided later holds on every day that it names, so that each day has one rate and one contribution (R16).
 *
 * @param rates the weekly rates in the order in which they were decided
 * @param oneOffs the one-off sums; a revised one stands here as it was revised
 * @param contributions what the person pays, in the order in which it was assessed
 * @param suspensions days on which nothing falls due to a deployment that holds money
 */
public record Entitlement(
        PayCalendar calendar,
        List<Rate> rates,
        List<OneOff> oneOffs,
        List<Contribution> contributions,
        List<DeploymentsSet> deployments,
        Suspensions suspensions,
        Ending ending) {
    public static final Entitlement NONE = new Entitlement(
            PayCalendar.FOUR_WEEKLY_2025, List.of(), List.of(), List.of(), List.of(), Suspensions.NONE, Ending.NONE);

    /**
     * One version of a stream's weekly rate.
     *
     * @param to its last day; none when it runs on
     */
    public record Rate(
            ItemId id,
            FundingStream stream,
            Money weekly,
            LocalDate from,
            @Nullable LocalDate to) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** A sum that falls due whole on one day. */
    public record OneOff(ItemId id, FundingStream stream, Money sum, LocalDate on) {}

    /**
     * What the person pays a week towards a stream.
     *
     * @param to its last day; none when it runs on
     */
    public record Contribution(
            FundingStream stream,
            Money weekly,
            LocalDate from,
            @Nullable LocalDate to) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    public Entitlement {
        rates = List.copyOf(rates);
        oneOffs = List.copyOf(oneOffs);
        contributions = List.copyOf(contributions);
        deployments = List.copyOf(deployments);
    }

    /** The book of a budget with these events behind it. */
    public static Entitlement of(Iterable<? extends BudgetEvent> events) {
        var book = NONE;
        for (var event : events) {
            book = book.evolve(event);
        }
        return book;
    }

    /** The book after an event; the same book where the event has no part in it. */
    public Entitlement evolve(BudgetEvent event) {
        return switch (event) {
            case AllocationEvent e -> allocated(e);
            case DeploymentsSet e ->
                new Entitlement(calendar, rates, oneOffs, contributions, and(deployments, e), suspensions, ending);
            case PayCycleChanged e -> with(calendar.changing(e.payCycle(), e.effectiveFrom()));
            case SuspensionEvent e ->
                new Entitlement(calendar, rates, oneOffs, contributions, deployments, suspensions.evolve(e), ending);
            case BudgetWithdrawn e -> with(ending.withdrawn(e.lastDay()));
            case DeathRecorded e -> with(ending.died(e.lastDay()));
            case BudgetClosed e -> with(ending.closed(e.effectiveOn()));
            case PolicyPackAdopted _,
                    ControlEvent _,
                    WithdrawalEvent _,
                    ChallengeEvent _,
                    PlanEvent _,
                    PaymentEvent _,
                    SpendingEvent _,
                    EarmarkEvent _,
                    TransferEvent _,
                    PoolingEvent _,
                    ReviewEvent _,
                    AdjustmentEvent _,
                    RecoveryEvent _ -> this;
        };
    }

    private Entitlement allocated(AllocationEvent event) {
        return switch (event) {
            case BudgetOpened e -> e.payCycle() == null ? this : with(PayCalendar.of(e.payCycle()));
            case BudgetAllocated e
            when e.weekly() != null ->
                with(new Rate(e.allocationId(), e.stream(), e.weekly().money(), e.effectiveFrom(), e.effectiveTo()));
            case BudgetAllocated e ->
                e.oneOff() == null
                        ? this
                        : with(new OneOff(
                                e.allocationId(), e.stream(), e.oneOff().money(), e.effectiveFrom()));
            case AllocationRevised e
            when e.weekly() != null ->
                with(new Rate(e.allocationId(), e.stream(), e.weekly(), e.effectiveFrom(), e.effectiveTo()));
            case AllocationRevised e ->
                e.oneOff() == null || e.revises() == null
                        ? this
                        : with(new OneOff(e.revises(), e.stream(), e.oneOff(), e.effectiveFrom()));
            case ContributionAssessed e ->
                new Entitlement(
                        calendar,
                        rates,
                        oneOffs,
                        and(
                                contributions,
                                new Contribution(e.stream(), e.weekly(), e.effectiveFrom(), e.effectiveTo())),
                        deployments,
                        suspensions,
                        ending);
            case IndicativeAllocationCalculated _, AllocationNotified _ -> this;
        };
    }

    /** The last day that anything falls due on; none while the budget goes on. */
    public @Nullable LocalDate lastDay() {
        return ending.lastDay();
    }

    /** Whether the budget has ended before a day. */
    public boolean endedBefore(LocalDate day) {
        var last = lastDay();
        return last != null && last.isBefore(day);
    }

    /** Whether anything was ever allocated. */
    @JsonIgnore
    public boolean isEmpty() {
        return rates.isEmpty() && oneOffs.isEmpty();
    }

    /** The streams that anything was allocated on. */
    public List<FundingStream> streams() {
        return Arrays.stream(FundingStream.values())
                .filter(stream -> rates.stream().anyMatch(rate -> rate.stream() == stream)
                        || oneOffs.stream().anyMatch(oneOff -> oneOff.stream() == stream))
                .toList();
    }

    /** The weekly rate of a stream on a day, were the budget to go on: the latest decided that names the day. */
    public Optional<Rate> rateOn(FundingStream stream, LocalDate day) {
        return rates.reversed().stream()
                .filter(rate -> rate.stream() == stream && rate.covers(day))
                .findFirst()
                .filter(rate -> rate.weekly().isPositive());
    }

    /** Whether a stream has this rate on every day from one day to another, or for good. */
    public boolean hasRateThroughout(FundingStream stream, Money weekly, LocalDate from, @Nullable LocalDate to) {
        return Stream.concat(Stream.of(from), rateEdges(stream))
                .filter(day -> !day.isBefore(from) && (to == null || !day.isAfter(to)))
                .allMatch(day ->
                        rateOn(stream, day).map(Rate::weekly).orElse(Money.ZERO).equals(weekly));
    }

    /** What the person pays a week on a day: the latest assessment that names it, and never more than the rate. */
    public Money contributionOn(FundingStream stream, LocalDate day) {
        var assessed = contributions.reversed().stream()
                .filter(contribution -> contribution.stream() == stream && contribution.covers(day))
                .findFirst()
                .map(Contribution::weekly)
                .orElse(Money.ZERO);
        return rateOn(stream, day).map(rate -> assessed.orLess(rate.weekly())).orElse(Money.ZERO);
    }

    /** One account's part of the gross weekly rate on a day; nothing once the budget has ended. */
    public Money weeklyOn(AccountKey account, LocalDate day) {
        return rateOn(account.stream(), day)
                .filter(_ -> !endedBefore(day))
                .map(rate -> Lines.part(this, rate.weekly(), account, day))
                .orElse(Money.ZERO);
    }

    /** One account's part of what the person pays a week on a day. */
    public Money contributionOn(AccountKey account, LocalDate day) {
        return endedBefore(day) ? Money.ZERO : Lines.part(this, contributionOn(account.stream(), day), account, day);
    }

    /** The deployments in force on a day; before any are set, and where none has a share, the authority manages. */
    public List<Deployment> inForceOn(LocalDate day) {
        return deployments.reversed().stream()
                .filter(set -> !set.effectiveFrom().isAfter(day))
                .findFirst()
                .map(DeploymentsSet::deployments)
                .orElse(List.of());
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
                : Stream.concat(Stream.of(from), rateEdges(stream))
                        .filter(day -> !day.isBefore(from) && (to == null || !day.isAfter(to)))
                        .filter(day -> rateOn(stream, day).isPresent())
                        .min(Comparator.naturalOrder());
    }

    /**
     * The lines that fall due from one day to another, both included, by day, stream and kind. The edges of the span cut
     * lines: each part is a line of its own, rounded on its own (§4).
     */
    public List<EntitlementLine> lines(LocalDate from, LocalDate to) {
        return streams().stream()
                .flatMap(stream -> Lines.of(this, stream, from, to).stream())
                .sorted(Comparator.comparing(EntitlementLine::from)
                        .thenComparing(EntitlementLine::stream)
                        .thenComparing(EntitlementLine::kind)
                        .thenComparing(EntitlementLine::deployment))
                .toList();
    }

    /** The sum allocated to one account from the beginning up to and including {@code day}, contributions not deducted. */
    public Money upTo(LocalDate day, AccountKey account) {
        return Lines.of(this, account.stream(), LocalDate.MIN, day).stream()
                .filter(line -> line.deployment().equals(account.deployment()))
                .filter(line -> line.kind() != EntitlementLine.Kind.CONTRIBUTION)
                .map(line -> line.amount().money())
                .reduce(Money.ZERO, Money::plus);
    }

    /** The days on which a stream's rate may change. */
    Stream<LocalDate> rateEdges(FundingStream stream) {
        return rates.stream().filter(rate -> rate.stream() == stream).flatMap(rate -> edges(rate.from(), rate.to()));
    }

    /** The days on which a stream's contribution may change. */
    Stream<LocalDate> contributionEdges(FundingStream stream) {
        return contributions.stream()
                .filter(contribution -> contribution.stream() == stream)
                .flatMap(contribution -> edges(contribution.from(), contribution.to()));
    }

    private static Stream<LocalDate> edges(LocalDate from, @Nullable LocalDate to) {
        return to == null ? Stream.of(from) : Stream.of(from, to.plusDays(1));
    }

    private Entitlement with(PayCalendar changed) {
        return new Entitlement(changed, rates, oneOffs, contributions, deployments, suspensions, ending);
    }

    private Entitlement with(Rate rate) {
        return new Entitlement(calendar, and(rates, rate), oneOffs, contributions, deployments, suspensions, ending);
    }

    private Entitlement with(OneOff oneOff) {
        var others = oneOffs.stream()
                .filter(other -> !other.id().equals(oneOff.id()))
                .toList();
        return new Entitlement(calendar, rates, and(others, oneOff), contributions, deployments, suspensions, ending);
    }

    private Entitlement with(Ending changed) {
        return new Entitlement(calendar, rates, oneOffs, contributions, deployments, suspensions, changed);
    }

    private static <T> List<T> and(List<T> some, T more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return all;
    }
}
