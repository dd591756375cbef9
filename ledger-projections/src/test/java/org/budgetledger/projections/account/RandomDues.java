package org.budgetledger.projections.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.entitlement.AdjustmentCause;
import org.budgetledger.api.budget.entitlement.ArrearsIdentified;
import org.budgetledger.api.budget.entitlement.Contributions;
import org.budgetledger.api.budget.entitlement.OverpaymentIdentified;
import org.budgetledger.api.budget.entitlement.Owed;
import org.budgetledger.api.budget.entitlement.OwedPart;
import org.budgetledger.api.budget.entitlement.SettledSum;
import org.budgetledger.api.budget.payment.ContributionReceived;
import org.budgetledger.api.budget.payment.PaymentFailed;
import org.budgetledger.api.budget.payment.PaymentLine;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.recovery.DebtWrittenOff;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.spending.SpendAccepted;
import org.budgetledger.api.budget.spending.SpendDisallowed;
import org.budgetledger.projections.operations.Events;

/** Adds to a random history what falls due, what is settled of it, and what is owed either way. */
final class RandomDues {
    private static final List<FundingStream> STREAMS =
            List.of(FundingStream.SOCIAL_CARE, FundingStream.HEALTH, FundingStream.CARER);
    private static final DeploymentId CLAIMS = new DeploymentId("claims");
    private static final List<DeploymentId> DEPLOYMENTS = List.of(Events.SELF, Events.TRUST, CLAIMS);

    private final Random random;
    private final List<BudgetEvent> events = new ArrayList<>();
    private final List<PaymentReleased> payments = new ArrayList<>();
    private Owed owed = Owed.NONE;
    private int paidTo;

    private RandomDues(long seed) {
        this.random = new Random(seed);
    }

    /** The history and the dues in one order; each of the two keeps its own. */
    static List<BudgetEvent> among(List<BudgetEvent> history, long seed, int steps) {
        var dues = new RandomDues(seed);
        for (var step = 0; step < steps; step++) {
            dues.step();
        }
        var all = new ArrayList<>(history.subList(0, 1));
        var rest = new ArrayList<>(history.subList(1, history.size()));
        while (!rest.isEmpty() || !dues.events.isEmpty()) {
            var from = rest.isEmpty() || (!dues.events.isEmpty() && dues.random.nextBoolean()) ? dues.events : rest;
            all.add(from.removeFirst());
        }
        return all;
    }

    private void step() {
        switch (random.nextInt(14)) {
            case 0, 1 -> allocate();
            case 2 ->
                add(new AllocationRevised(
                        item(),
                        stream(),
                        Money.ofPence(random.nextInt(30_000)),
                        null,
                        null,
                        Money.ZERO,
                        day(),
                        null,
                        Events.text("Uplift"),
                        null));
            case 3 ->
                add(new ContributionAssessed(
                        stream(), Money.ofPence(random.nextInt(9_000)), day(), null, Events.text("Assessed")));
            case 4 -> deploy();
            case 5, 6 -> release();
            case 7 ->
                add(new ArrearsIdentified(
                        item(), deployment(), stream(), AdjustmentCause.ALLOCATION_CHANGED, sum(), List.of(), day()));
            case 8 ->
                add(new OverpaymentIdentified(
                        item(), deployment(), stream(), AdjustmentCause.ALLOCATION_CHANGED, sum(), List.of(), day()));
            case 9 ->
                add(new SpendDisallowed(
                        new EntryId(id()), deployment(), stream(), sum(), Events.text("Not agreed"), day()));
            case 10 -> accept();
            case 11 -> writeOff();
            case 12 -> recover();
            default -> fail();
        }
    }

    private void allocate() {
        var once = random.nextInt(4) == 0;
        add(new BudgetAllocated(
                item(),
                stream(),
                once ? null : Amount.ofPence(1 + random.nextInt(30_000)),
                once ? Amount.ofPence(1 + random.nextInt(90_000)) : null,
                null,
                day(),
                null,
                null));
    }

    private void deploy() {
        var held = new ArrayList<Deployment>();
        held.add(new Deployment(Events.SELF, DegreeOfControl.SELF, Events.person(1), null, null));
        if (random.nextBoolean()) {
            held.add(new Deployment(Events.TRUST, DegreeOfControl.TRUST, Events.person(2), null, null));
        }
        if (random.nextBoolean()) {
            held.add(new Deployment(CLAIMS, DegreeOfControl.PROVIDER_FUND, Events.person(3), null, true));
        }
        add(new DeploymentsSet(held, day(), null));
    }

    /** The next four weeks of one deployment, with some of what is owed settled in it. */
    private void release() {
        var from = LocalDate.of(2025, 4, 7).plusWeeks(4L * paidTo++);
        var stream = stream();
        var payment = new PaymentReleased(
                new EntryId(id()),
                random.nextBoolean() ? Events.SELF : Events.TRUST,
                Events.person(1),
                from,
                from.plusDays(27),
                List.of(new PaymentLine(stream, sum())),
                null,
                List.of(new SettledSum(stream, from, from.plusDays(27), "", sum().money())),
                parts(_ -> true),
                null,
                from);
        payments.add(payment);
        add(payment);
        if (random.nextBoolean()) {
            add(new ContributionReceived(
                    new EntryId(id()),
                    payment.deployment(),
                    stream,
                    Amount.ofPence(1 + random.nextInt(40_000)),
                    Events.line(),
                    day()));
        }
    }

    private void fail() {
        if (payments.isEmpty()) {
            return;
        }
        var payment = payments.remove(random.nextInt(payments.size()));
        add(new PaymentFailed(
                new EntryId(id()),
                payment.paymentId(),
                payment.deployment(),
                payment.lines(),
                payment.adjustments(),
                Events.text("Returned"),
                Events.line(),
                payment.effectiveOn().plusDays(random.nextInt(5))));
    }

    private void accept() {
        var disallowed = owed.items().stream()
                .filter(item -> item.kind() == Owed.Kind.DISALLOWED_SPEND)
                .toList();
        if (!disallowed.isEmpty()) {
            var item = disallowed.get(random.nextInt(disallowed.size()));
            var spend = new EntryId(item.id().value());
            add(new SpendAccepted(spend, Events.text("Agreed after all"), item.identifiedOn()));
            if (random.nextBoolean()) {
                add(new SpendDisallowed(
                        spend, item.deployment(), item.stream(), sum(), Events.text("And yet"), item.identifiedOn()));
            }
        }
    }

    private void writeOff() {
        var account = new AccountKey(random.nextBoolean() ? Events.SELF : Events.TRUST, stream());
        var parts = parts(Owed.Kind::isDebt);
        var part = parts.isEmpty() || random.nextBoolean()
                ? new OwedPart(Contributions.debtId(account), Amount.ofPence(1 + random.nextInt(3_000)))
                : parts.getFirst();
        var item = owed.find(part.id());
        add(new DebtWrittenOff(
                part.id(),
                item.map(Owed.Item::deployment).orElse(account.deployment()),
                item.map(Owed.Item::stream).orElse(account.stream()),
                part.amount(),
                new ActorId("r.asker"),
                new ActorId("a.approver"),
                Events.text("Not worth it"),
                item.map(Owed.Item::identifiedOn).orElseGet(this::day)));
    }

    private void recover() {
        var parts = parts(Owed.Kind::isDebt);
        if (!parts.isEmpty()) {
            var item = owed.find(parts.getFirst().id()).orElseThrow();
            add(new FundsRecovered(
                    new EntryId(id()),
                    null,
                    item.deployment(),
                    item.stream(),
                    parts.getFirst().amount(),
                    List.of(parts.getFirst()),
                    null,
                    random.nextBoolean(),
                    item.identifiedOn().plusDays(random.nextInt(9))));
        }
    }

    /** Some of what is outstanding, each in part or whole. */
    private List<OwedPart> parts(Predicate<Owed.Kind> kinds) {
        return owed.outstanding().stream()
                .filter(item -> kinds.test(item.kind()) && random.nextInt(3) == 0)
                .map(item -> new OwedPart(
                        item.id(),
                        random.nextBoolean()
                                ? Amount.of(item.outstanding())
                                : Amount.ofPence(
                                        1 + random.nextLong(item.outstanding().pence()))))
                .toList();
    }

    private void add(BudgetEvent event) {
        events.add(event);
        owed = owed.evolve(event);
    }

    private FundingStream stream() {
        return STREAMS.get(random.nextInt(STREAMS.size()));
    }

    private DeploymentId deployment() {
        return DEPLOYMENTS.get(random.nextInt(DEPLOYMENTS.size()));
    }

    private LocalDate day() {
        return LocalDate.of(2025, 4, 7).plusDays(random.nextInt(120));
    }

    private Amount sum() {
        return Amount.ofPence(1 + random.nextInt(50_000));
    }

    private ItemId item() {
        return new ItemId(id());
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
