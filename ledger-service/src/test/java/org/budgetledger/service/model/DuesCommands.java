package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.Money;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.budget.allocation.AllocateBudget;
import org.budgetledger.api.budget.allocation.AssessContribution;
import org.budgetledger.api.budget.allocation.ReviseAllocation;
import org.budgetledger.api.budget.entitlement.Owed;
import org.budgetledger.api.budget.payment.PaymentLine;
import org.budgetledger.api.budget.payment.RecordPaymentFailure;
import org.budgetledger.api.budget.payment.ReleasePayment;
import org.budgetledger.api.budget.scheme.AdoptPolicyPack;
import org.budgetledger.api.budget.scheme.ChangePayCycle;
import org.budgetledger.api.policy.PolicyPackId;
import org.budgetledger.service.given.Known;
import org.jspecify.annotations.Nullable;

/** Random commands that change what is due, often of days that were paid for, and that pay it. */
final class DuesCommands {
    private final World world;

    DuesCommands(World world) {
        this.world = world;
    }

    LedgerCommand revise(BudgetId budget) {
        var known = world.known(budget);
        var agreed = known.all(AllocateBudget.class);
        var taken = agreed.stream().map(AllocateBudget::allocationId).toList();
        var id = world.newItem(taken);
        var oneOffs = agreed.stream().filter(each -> each.oneOff() != null).toList();
        if (world.chance(20) && !oneOffs.isEmpty()) {
            var sum = world.pick(oneOffs);
            return new ReviseAllocation(
                    world.commandId(),
                    budget,
                    id,
                    world.chance(95) ? sum.stream() : world.stream(),
                    null,
                    Money.ofPence(world.chance(10) ? 0 : world.amount().pence()),
                    sum.allocationId(),
                    world.chance(50) ? sum.effectiveFrom() : paidDay(budget),
                    null,
                    World.TEXT,
                    null);
        }
        var stream = agreed.isEmpty() || world.chance(10) ? world.stream() : world.pick(agreed).stream();
        var from = paidDay(budget);
        var rate = known.book().rate(stream, from);
        var weekly = world.chance(10) ? 0 : world.chance(10) && rate != null ? rate.pence() : weekly();
        return new ReviseAllocation(
                world.commandId(),
                budget,
                id,
                stream,
                Money.ofPence(weekly),
                null,
                null,
                from,
                world.chance(60) ? null : from.plusDays(world.random.nextInt(0, 50)),
                World.TEXT,
                world.chance(90) ? null : new ItemId(new java.util.UUID(6, 1)));
    }

    private long weekly() {
        return world.pick(1L, 25_500L, 26_700L, 34_200L, world.random.nextLong(1, 60_000));
    }

    /** A day that was paid for, or next to one, where there is one; else any. */
    private LocalDate paidDay(BudgetId budget) {
        var spans = world.known(budget).spans;
        if (spans.isEmpty() || world.chance(30)) {
            return world.day(budget);
        }
        var span = world.pick(spans);
        return world.chance(40)
                ? world.pick(span.from, span.to, span.from.minusDays(1), span.to.plusDays(1))
                : span.from.plusDays(
                        world.random.nextInt(0, (int) (span.to.toEpochDay() - span.from.toEpochDay()) + 1));
    }

    LedgerCommand contribution(BudgetId budget) {
        var from = paidDay(budget);
        return new AssessContribution(
                world.commandId(),
                budget,
                world.chance(95) ? FundingStream.SOCIAL_CARE : world.stream(),
                Money.ofPence(world.pick(0L, 4_327L, 4_327L, weekly())),
                from,
                world.chance(60) ? null : from.plusDays(world.random.nextInt(0, 50)),
                null);
    }

    LedgerCommand changeCycle(BudgetId budget) {
        var cycle = world.pick(
                PayCycle.CALENDAR_MONTHS,
                PayCycle.FOUR_WEEKLY_2025,
                new PayCycle(PayCycle.Kind.FOUR_WEEKLY, LocalDate.of(2025, 4, 14)),
                new PayCycle(PayCycle.Kind.WEEKLY, LocalDate.of(2025, 4, 7)));
        var last = world.known(budget).spans.stream().map(span -> span.to).max(LocalDate::compareTo);
        var from = last.isPresent() && world.chance(60)
                ? last.get().plusDays(world.pick(0, 1, 1, 1, 9))
                : world.day(budget);
        return new ChangePayCycle(world.commandId(), budget, cycle, from, World.TEXT);
    }

    LedgerCommand adopt(BudgetId budget) {
        var pack = world.chance(90) ? Known.PACK : new PolicyPackId("no-such-pack");
        return new AdoptPolicyPack(
                world.commandId(), budget, pack, world.today.plusDays(world.pick(0, 1, 7)), World.TEXT);
    }

    LedgerCommand release(BudgetId budget) {
        var deployment = world.chance(85) ? payable(budget) : world.deploymentOrNone(budget);
        if (world.chance(12)) {
            return release(budget, deployment, null, null, null, true);
        }
        var from = from(budget, deployment);
        var to = world.chance(70)
                ? world.known(budget).book().calendar.last(from)
                : from.plusDays(world.pick(0, 6, 27, 40));
        return release(budget, deployment, from, to, lines(budget, deployment, from, to), world.chance(40));
    }

    private LedgerCommand release(
            BudgetId budget,
            @Nullable DeploymentId deployment,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable List<PaymentLine> lines,
            boolean withArrears) {
        return new ReleasePayment(
                world.commandId(),
                budget,
                world.newEntry(budget),
                deployment,
                from,
                to,
                lines,
                withArrears ? Boolean.TRUE : world.chance(50) ? null : Boolean.FALSE,
                world.chance(60) ? null : world.amount(overpaid(budget)),
                world.chance(90) ? null : new ItemId(new java.util.UUID(6, 2)),
                world.day());
    }

    private long overpaid(BudgetId budget) {
        return world.known(budget).items.stream()
                .filter(item -> item.kind == Owed.Kind.OVERPAYMENT)
                .mapToLong(item -> item.outstanding)
                .sum();
    }

    /** Often the day after the last that was paid for. */
    private LocalDate from(BudgetId budget, @Nullable DeploymentId deployment) {
        var last = world.known(budget).spans.stream()
                .filter(span -> span.account.deployment().equals(deployment))
                .map(span -> span.to)
                .max(LocalDate::compareTo);
        return last.isPresent() && world.chance(70)
                ? last.get().plusDays(world.chance(90) ? 1 : 0)
                : world.chance(50) ? world.known(budget).book().calendar.first(world.today) : world.day(budget);
    }

    private @Nullable List<PaymentLine> lines(
            BudgetId budget, @Nullable DeploymentId deployment, LocalDate from, LocalDate to) {
        if (world.chance(70)) {
            return null;
        }
        var lines = new ArrayList<PaymentLine>();
        for (var stream : World.STREAMS) {
            if (lines.isEmpty() || world.chance(30)) {
                var account = world.account(budget, deployment, stream);
                var due = NaiveDue.total(NaiveDue.pieces(world.known(budget).book(), account, from, to));
                lines.add(
                        new PaymentLine(stream, world.chance(25) && due > 0 ? Amount.ofPence(due) : world.amount(due)));
            }
        }
        return lines;
    }

    /** A deployment with a payee, where there is one. */
    private @Nullable DeploymentId payable(BudgetId budget) {
        var known = world.known(budget);
        var payable = world.deployments(budget).stream()
                .filter(each -> !known.notional(each) && ControlAnswers.payee(known, each) != null)
                .toList();
        return payable.isEmpty() ? world.deploymentOrNone(budget) : world.pick(payable);
    }

    LedgerCommand fail(BudgetId budget) {
        return new RecordPaymentFailure(
                world.commandId(),
                budget,
                Objects.requireNonNull(world.entry(budget, MoneyLine.Kind.PAYMENT)),
                world.newEntry(budget),
                World.TEXT,
                World.EVIDENCE,
                world.past());
    }
}
