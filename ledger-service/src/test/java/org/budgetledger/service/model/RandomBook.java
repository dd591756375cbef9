package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.control.Share;
import org.budgetledger.api.budget.ending.BudgetClosed;
import org.budgetledger.api.budget.ending.DeathRecorded;
import org.budgetledger.api.budget.scheme.PayCycleChanged;
import org.budgetledger.api.budget.suspension.PaymentsResumed;
import org.budgetledger.api.budget.suspension.PaymentsSuspended;
import org.jspecify.annotations.Nullable;

/** The same random entitlement book twice: as events, topic by topic, and as what the naive walk reads. */
final class RandomBook {
    static final List<FundingStream> STREAMS = List.of(FundingStream.SOCIAL_CARE, FundingStream.HEALTH);
    static final List<DeploymentId> DEPLOYMENTS = List.of(
            DeploymentId.AUTHORITY,
            new DeploymentId("self"),
            new DeploymentId("fund"),
            new DeploymentId("claims"),
            new DeploymentId("agent"));

    private static final LocalDate AROUND = LocalDate.of(2026, 3, 9);

    final NaiveBook naive;

    /** The events of each topic in their order; between topics the order has no meaning. */
    final List<List<BudgetEvent>> topics = new ArrayList<>();

    private final RandomGenerator random;
    private final boolean round;
    private long ids;

    /** @param round rates so high and weights so low that no part of a day's money rounds away */
    RandomBook(RandomGenerator random, boolean round) {
        this.random = random;
        this.round = round;
        naive = new NaiveBook(PayCycle.FOUR_WEEKLY_2025);
        topics.add(cycles());
        STREAMS.forEach(stream -> topics.add(sums(stream)));
        STREAMS.forEach(stream -> topics.add(contributions(stream)));
        topics.add(deployments());
        topics.add(suspensions());
        topics.add(deaths());
        topics.add(closing());
    }

    List<BudgetEvent> events() {
        return topics.stream().flatMap(List::stream).toList();
    }

    /** Every event, the topics mixed anyhow. */
    List<BudgetEvent> shuffled() {
        var left = new ArrayList<List<BudgetEvent>>();
        topics.forEach(topic -> left.add(new ArrayList<>(topic)));
        var events = new ArrayList<BudgetEvent>();
        left.removeIf(List::isEmpty);
        while (!left.isEmpty()) {
            events.add(left.get(random.nextInt(left.size())).removeFirst());
            left.removeIf(List::isEmpty);
        }
        return events;
    }

    LocalDate day() {
        return AROUND.plusDays(random.nextInt(-80, 100));
    }

    private @Nullable LocalDate end(LocalDate from) {
        return random.nextInt(3) == 0 ? null : from.plusDays(random.nextInt(0, 70));
    }

    private long weekly() {
        return round
                ? random.nextLong(70_000, 90_000)
                : random.nextInt(6) == 0 ? 26_000 : random.nextLong(1, random.nextBoolean() ? 100 : 60_000);
    }

    private List<BudgetEvent> sums(FundingStream stream) {
        var events = new ArrayList<BudgetEvent>();
        for (var i = random.nextInt(0, 5); i > 0; i--) {
            var id = new ItemId(new UUID(4, ++ids));
            var from = day();
            var to = end(from);
            var weekly = random.nextInt(10) == 0 ? 0 : weekly();
            switch (random.nextInt(4)) {
                case 0 -> oneOff(events, stream, id, from);
                case 1 -> {
                    var sum = weekly();
                    events.add(new BudgetAllocated(id, stream, Amount.ofPence(sum), null, null, from, to, null));
                    naive.rates.add(new NaiveBook.Weekly(stream, sum, from, to));
                }
                default -> {
                    events.add(new AllocationRevised(
                            id, stream, Money.ofPence(weekly), null, null, Money.ZERO, from, to, World.TEXT, null));
                    naive.rates.add(new NaiveBook.Weekly(stream, weekly, from, to));
                }
            }
        }
        return events;
    }

    private void oneOff(List<BudgetEvent> events, FundingStream stream, ItemId id, LocalDate on) {
        var sum = weekly();
        events.add(new BudgetAllocated(id, stream, null, Amount.ofPence(sum), null, on, null, null));
        naive.oneOff(new NaiveBook.OneOff(id, stream, sum, on));
        if (random.nextInt(3) == 0) {
            var revised = random.nextInt(4) == 0 ? 0 : weekly();
            var another = day();
            events.add(new AllocationRevised(
                    new ItemId(new UUID(4, ++ids)),
                    stream,
                    null,
                    Money.ofPence(revised),
                    id,
                    Money.ofPence(sum),
                    another,
                    null,
                    World.TEXT,
                    null));
            naive.oneOff(new NaiveBook.OneOff(id, stream, revised, another));
        }
    }

    private List<BudgetEvent> contributions(FundingStream stream) {
        var events = new ArrayList<BudgetEvent>();
        for (var i = random.nextInt(0, 4); i > 0; i--) {
            var from = day();
            var to = end(from);
            var sum = random.nextInt(5) == 0 ? 0 : random.nextInt(3) == 0 ? 4_327 : weekly();
            events.add(new ContributionAssessed(stream, Money.ofPence(sum), from, to, null));
            naive.contributions.add(new NaiveBook.Weekly(stream, sum, from, to));
        }
        return events;
    }

    private List<BudgetEvent> deployments() {
        var events = new ArrayList<BudgetEvent>();
        var from = day().minusDays(40);
        for (var i = random.nextInt(0, 4); i > 0; i--) {
            var deployments = mixture();
            events.add(new DeploymentsSet(deployments, from, null));
            naive.mixtures.add(new NaiveBook.Mixture(from, deployments));
            from = from.plusDays(random.nextInt(0, 60));
        }
        return events;
    }

    private List<Deployment> mixture() {
        var deployments = new ArrayList<Deployment>();
        for (var id : DEPLOYMENTS) {
            if (random.nextBoolean()) {
                var shares = new ArrayList<Share>();
                for (var stream : STREAMS) {
                    if (random.nextInt(3) > 0) {
                        shares.add(new Share(stream, random.nextLong(1, round || random.nextBoolean() ? 4 : 30_000)));
                    }
                }
                var degree = switch (id.value()) {
                    case "authority" -> DegreeOfControl.AUTHORITY;
                    case "fund", "claims" -> DegreeOfControl.PROVIDER_FUND;
                    case "self" -> DegreeOfControl.SELF;
                    default -> DegreeOfControl.AGENT;
                };
                deployments.add(new Deployment(
                        id,
                        degree,
                        new PersonRef("holder-1"),
                        shares.isEmpty() ? null : shares,
                        degree == DegreeOfControl.PROVIDER_FUND ? id.value().equals("claims") : null));
            }
        }
        return deployments;
    }

    private List<BudgetEvent> suspensions() {
        var events = new ArrayList<BudgetEvent>();
        var on = day();
        for (var i = random.nextInt(-1, 5); i > 0; i--) {
            var suspends = events.size() % 2 == 0;
            events.add(suspends ? new PaymentsSuspended(World.TEXT, on) : new PaymentsResumed(World.TEXT, on));
            naive.suspending.add(new NaiveBook.Suspending(suspends, on));
            on = on.plusDays(random.nextInt(0, 30));
        }
        return events;
    }

    private List<BudgetEvent> cycles() {
        var events = new ArrayList<BudgetEvent>();
        var from = day().minusDays(40);
        for (var i = random.nextInt(-2, 4); i > 0; i--) {
            var cycle = switch (random.nextInt(4)) {
                case 0 -> PayCycle.CALENDAR_MONTHS;
                case 1 -> new PayCycle(PayCycle.Kind.WEEKLY, LocalDate.of(2025, 4, 7));
                case 2 -> new PayCycle(PayCycle.Kind.FOUR_WEEKLY, LocalDate.of(2026, 3, 23));
                default -> PayCycle.FOUR_WEEKLY_2025;
            };
            events.add(new PayCycleChanged(cycle, from, World.TEXT));
            naive.calendar.change(cycle, from);
            from = from.plusDays(random.nextInt(0, 60));
        }
        return events;
    }

    /** A death, now and then with its day put right. */
    private List<BudgetEvent> deaths() {
        var events = new ArrayList<BudgetEvent>();
        for (var i = random.nextInt(-6, 3); i > 0; i--) {
            var on = day();
            events.add(new DeathRecorded(on, on, World.EVIDENCE, on));
            naive.died = on;
        }
        return events;
    }

    private List<BudgetEvent> closing() {
        if (random.nextInt(6) > 0) {
            return List.of();
        }
        naive.closed = day();
        return List.of(new BudgetClosed(World.TEXT, naive.closed, naive.closed));
    }
}
