package org.budgetledger.projections.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Reference;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.earmark.EarmarkPurpose;
import org.budgetledger.api.budget.earmark.EarmarkReleased;
import org.budgetledger.api.budget.earmark.EarmarkSet;
import org.budgetledger.api.budget.payment.ContributionReceived;
import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.CreditResolved;
import org.budgetledger.api.budget.payment.Holding;
import org.budgetledger.api.budget.payment.InterestReceived;
import org.budgetledger.api.budget.payment.PaymentLine;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.payment.TopUpReceived;
import org.budgetledger.api.budget.pooling.ContributedToPool;
import org.budgetledger.api.budget.pooling.PoolShareReturned;
import org.budgetledger.api.budget.spending.AuthorisationCancelled;
import org.budgetledger.api.budget.spending.EntryKind;
import org.budgetledger.api.budget.spending.EntryReversed;
import org.budgetledger.api.budget.spending.RefundReceived;
import org.budgetledger.api.budget.spending.SpendAuthorised;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.budget.transfer.MovedBetweenDeployments;
import org.budgetledger.api.budget.transfer.TransferredBetweenStreams;
import org.budgetledger.projections.operations.Events;
import org.jspecify.annotations.Nullable;

/** A history of one budget that could have happened, made from a seed, and kept in the model as it is made. */
final class RandomHistory {
    private static final List<FundingStream> STREAMS =
            List.of(FundingStream.SOCIAL_CARE, FundingStream.HEALTH, FundingStream.CARER);
    private static final List<DeploymentId> DEPLOYMENTS = List.of(Events.SELF, Events.TRUST);

    private record Entry(
            EntryId id,
            AccountKey account,
            EntryKind kind,
            String total,
            long pence,
            @Nullable EntryId spend) {}

    private record Held(ItemId id, AccountKey account, long pence) {}

    final BudgetId budget;
    final NaiveLedger model = new NaiveLedger();
    final List<BudgetEvent> events = new ArrayList<>();
    private final Random random;
    private final long seed;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> credits = new ArrayList<>();
    private final List<Held> earmarks = new ArrayList<>();
    private final List<Held> authorisations = new ArrayList<>();
    private LocalDate day = LocalDate.of(2025, 4, 7);

    RandomHistory(long seed, int steps) {
        this.random = new Random(seed);
        this.seed = seed;
        this.budget = new BudgetId(id());
        events.add(Events.opened(budget, "2025-04-01"));
        for (var step = 0; step < steps; step++) {
            day = day.plusDays(random.nextInt(3));
            step();
        }
    }

    private void step() {
        switch (random.nextInt(14)) {
            case 0 -> release();
            case 1, 2, 3 -> spend();
            case 4 -> contribution();
            case 5 -> topUp();
            case 6 -> interest();
            case 7 -> credit();
            case 8 -> resolve();
            case 9 -> refund();
            case 10 -> reverse();
            case 11 -> move();
            case 12 -> pool();
            default -> setAside();
        }
    }

    private void release() {
        var deployment = pick(DEPLOYMENTS);
        var lines =
                STREAMS.stream().map(stream -> new PaymentLine(stream, sum())).toList();
        lines.forEach(line -> model.add(
                new AccountKey(deployment, line.stream()),
                "released",
                line.amount().pence()));
        events.add(new PaymentReleased(
                entryId(), deployment, Events.person(1), day, day, lines, null, null, null, null, on()));
    }

    private void spend() {
        var used = authorisations.isEmpty() || random.nextBoolean() ? null : take(authorisations);
        var entry = entry(EntryKind.SPEND, "spends", null);
        if (used != null) {
            model.done(used.id());
        }
        events.add(new SpendRecorded(
                entry.id(),
                entry.account().deployment(),
                entry.account().stream(),
                Amount.ofPence(entry.pence()),
                Events.line(),
                on(),
                day,
                day,
                used == null ? null : used.id(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of()));
        entries.add(entry);
    }

    private void contribution() {
        var e = entry(EntryKind.CONTRIBUTION, "contributions", null);
        events.add(new ContributionReceived(
                e.id(),
                e.account().deployment(),
                e.account().stream(),
                Amount.ofPence(e.pence()),
                Events.line(),
                on()));
        entries.add(e);
    }

    private void topUp() {
        var e = entry(EntryKind.TOP_UP, "topUps", null);
        events.add(new TopUpReceived(
                e.id(),
                e.account().deployment(),
                e.account().stream(),
                Amount.ofPence(e.pence()),
                Events.line(),
                on()));
        entries.add(e);
    }

    private void interest() {
        var e = entry(EntryKind.INTEREST, "interest", null);
        events.add(new InterestReceived(
                e.id(),
                e.account().deployment(),
                e.account().stream(),
                Amount.ofPence(e.pence()),
                Events.line(),
                on()));
        entries.add(e);
    }

    private void credit() {
        var e = entry(EntryKind.CREDIT, "suspense", null);
        events.add(new CreditReceived(
                e.id(),
                e.account().deployment(),
                e.account().stream(),
                Amount.ofPence(e.pence()),
                pick(List.of(Holding.values())),
                null,
                null,
                Events.line(),
                on()));
        credits.add(e);
    }

    private void resolve() {
        if (credits.isEmpty()) {
            return;
        }
        var e = take(credits);
        var as = pick(List.of(CreditKind.values()));
        model.add(e.account(), "suspense", -e.pence());
        if (as != CreditKind.RETURNED) {
            var total = Map.of(
                    CreditKind.CONTRIBUTION, "contributions",
                    CreditKind.REFUND, "refunds",
                    CreditKind.TOP_UP, "topUps",
                    CreditKind.INTEREST, "interest");
            model.add(e.account(), Objects.requireNonNull(total.get(as)), e.pence());
        }
        events.add(new CreditResolved(
                e.id(),
                e.account().deployment(),
                e.account().stream(),
                Amount.ofPence(e.pence()),
                as,
                as == CreditKind.REFUND ? entryId() : null,
                Events.text("It is clear now"),
                on()));
    }

    private void refund() {
        var spends = entries.stream().filter(e -> e.kind() == EntryKind.SPEND).toList();
        if (spends.isEmpty()) {
            return;
        }
        var spend = pick(spends);
        var pence = 1 + random.nextLong(spend.pence());
        var refund = new Entry(entryId(), spend.account(), EntryKind.REFUND, "refunds", pence, spend.id());
        model.add(refund.account(), "refunds", pence);
        events.add(new RefundReceived(
                refund.id(),
                spend.id(),
                spend.account().deployment(),
                spend.account().stream(),
                Amount.ofPence(pence),
                Events.line(),
                on()));
        // What has refunds resting on it is not reversible (R3); the refund is.
        entries.remove(spend);
        entries.add(refund);
    }

    private void reverse() {
        var from = random.nextInt(4) == 0 && !credits.isEmpty() ? credits : entries;
        if (from.isEmpty()) {
            return;
        }
        var e = take(from);
        model.add(e.account(), e.total(), -e.pence());
        events.add(new EntryReversed(
                entryId(),
                e.id(),
                e.kind(),
                e.account().deployment(),
                e.account().stream(),
                Amount.ofPence(e.pence()),
                e.spend(),
                Events.text("Recorded wrongly"),
                on()));
    }

    private void move() {
        var amount = sum();
        var stream = pick(STREAMS);
        if (random.nextBoolean()) {
            model.add(new AccountKey(Events.SELF, stream), "transfersOut", amount.pence());
            model.add(new AccountKey(Events.TRUST, stream), "transfersIn", amount.pence());
            events.add(new MovedBetweenDeployments(
                    entryId(), Events.SELF, Events.TRUST, stream, amount, Events.text("Agreed"), on()));
        } else {
            model.add(new AccountKey(Events.SELF, FundingStream.HEALTH), "transfersOut", amount.pence());
            model.add(new AccountKey(Events.SELF, FundingStream.CARER), "transfersIn", amount.pence());
            events.add(new TransferredBetweenStreams(
                    entryId(),
                    Events.SELF,
                    FundingStream.HEALTH,
                    FundingStream.CARER,
                    amount,
                    new Reference("agreement-1"),
                    null,
                    on()));
        }
    }

    private void pool() {
        var account = account();
        var amount = sum();
        var pool = new PoolId(id());
        if (random.nextBoolean()) {
            model.add(account, "poolContributions", amount.pence());
            events.add(new ContributedToPool(pool, entryId(), account.deployment(), account.stream(), amount, on()));
        } else {
            model.add(account, "poolReturns", amount.pence());
            events.add(new PoolShareReturned(pool, account.deployment(), account.stream(), amount, on()));
        }
    }

    private void setAside() {
        var account = account();
        var amount = sum();
        var id = new ItemId(id());
        switch (random.nextInt(4)) {
            case 0 -> {
                model.setAside(id, amount.pence());
                earmarks.add(new Held(id, account, amount.pence()));
                events.add(new EarmarkSet(
                        id, account.deployment(), account.stream(), amount, EarmarkPurpose.TAX, null, on()));
            }
            case 1 -> {
                model.authorise(id, amount.pence());
                authorisations.add(new Held(id, account, amount.pence()));
                events.add(new SpendAuthorised(
                        id, account.deployment(), account.stream(), amount, on(), null, null, null));
            }
            case 2 -> {
                if (!earmarks.isEmpty()) {
                    var held = take(earmarks);
                    var freed = 1 + random.nextLong(held.pence());
                    model.setAside(held.id(), -freed);
                    events.add(new EarmarkReleased(
                            held.id(),
                            held.account().deployment(),
                            held.account().stream(),
                            Amount.ofPence(freed),
                            null,
                            on()));
                }
            }
            default -> {
                if (!authorisations.isEmpty()) {
                    var held = take(authorisations);
                    model.done(held.id());
                    events.add(new AuthorisationCancelled(held.id(), Events.text("Not needed"), on()));
                }
            }
        }
    }

    /** What is recorded on a day may have happened some days before. */
    private LocalDate on() {
        return random.nextInt(3) == 0 ? day.minusDays(random.nextInt(10)) : day;
    }

    String seed() {
        return "seed " + seed;
    }

    private Entry entry(EntryKind kind, String total, @Nullable EntryId spend) {
        var entry = new Entry(entryId(), account(), kind, total, sum().pence(), spend);
        model.add(entry.account(), total, entry.pence());
        return entry;
    }

    private AccountKey account() {
        return new AccountKey(pick(DEPLOYMENTS), pick(STREAMS));
    }

    private Amount sum() {
        return Amount.ofPence(1 + random.nextInt(100_000));
    }

    private EntryId entryId() {
        return new EntryId(id());
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> T take(List<T> from) {
        return from.remove(random.nextInt(from.size()));
    }
}
