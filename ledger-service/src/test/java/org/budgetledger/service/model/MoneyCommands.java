package org.budgetledger.service.model;

import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.budget.earmark.EarmarkPurpose;
import org.budgetledger.api.budget.earmark.ReleaseEarmark;
import org.budgetledger.api.budget.earmark.SetEarmark;
import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.RecordContribution;
import org.budgetledger.api.budget.payment.RecordCredit;
import org.budgetledger.api.budget.payment.RecordInterest;
import org.budgetledger.api.budget.payment.RecordTopUp;
import org.budgetledger.api.budget.payment.ResolveCredit;
import org.budgetledger.api.budget.transfer.MoveBetweenDeployments;
import org.budgetledger.api.budget.transfer.TransferBetweenStreams;

/** Random commands that bring money, set it aside and move it. */
final class MoneyCommands {
    private final World world;

    MoneyCommands(World world) {
        this.world = world;
    }

    LedgerCommand contribution(BudgetId budget) {
        return new RecordContribution(
                world.commandId(),
                budget,
                world.newEntry(budget),
                world.deploymentOrNone(budget),
                world.stream(),
                world.amount(),
                World.EVIDENCE,
                world.past());
    }

    LedgerCommand topUp(BudgetId budget) {
        return new RecordTopUp(
                world.commandId(),
                budget,
                world.newEntry(budget),
                world.deploymentOrNone(budget),
                world.stream(),
                world.amount(),
                World.EVIDENCE,
                world.past());
    }

    LedgerCommand interest(BudgetId budget) {
        return new RecordInterest(
                world.commandId(),
                budget,
                world.newEntry(budget),
                world.deploymentOrNone(budget),
                world.stream(),
                world.amount(),
                World.EVIDENCE,
                world.past());
    }

    LedgerCommand credit(BudgetId budget) {
        return new RecordCredit(
                world.commandId(),
                budget,
                world.newEntry(budget),
                world.deploymentOrNone(budget),
                world.stream(),
                world.amount(),
                world.chance(30)
                        ? null
                        : world.pick(
                                CreditKind.CONTRIBUTION,
                                CreditKind.REFUND,
                                CreditKind.TOP_UP,
                                CreditKind.TOP_UP,
                                CreditKind.INTEREST),
                World.EVIDENCE,
                world.past());
    }

    LedgerCommand resolve(BudgetId budget) {
        var kind = world.pick(CreditKind.values());
        return new ResolveCredit(
                world.commandId(),
                budget,
                world.entry(budget, MoneyLine.Kind.CREDIT),
                kind,
                kind == CreditKind.REFUND ? world.entry(budget, MoneyLine.Kind.SPEND) : null,
                World.TEXT,
                world.day());
    }

    LedgerCommand earmark(BudgetId budget) {
        var on = world.day();
        var account = world.funded(budget, on);
        return new SetEarmark(
                world.commandId(),
                budget,
                world.newItem(earmarks(budget)),
                world.named(account.deployment(), budget),
                account.stream(),
                world.amountFrom(account, budget, on),
                world.pick(EarmarkPurpose.values()),
                null,
                on);
    }

    private List<ItemId> earmarks(BudgetId budget) {
        return world.known(budget).all(SetEarmark.class).stream()
                .map(SetEarmark::earmarkId)
                .toList();
    }

    LedgerCommand releaseEarmark(BudgetId budget) {
        var item = world.item(earmarks(budget));
        var left = world.known(budget).all(SetEarmark.class).stream()
                .filter(earmark -> earmark.earmarkId().equals(item))
                .mapToLong(world.known(budget)::leftOf)
                .sum();
        return new ReleaseEarmark(
                world.commandId(), budget, item, world.chance(40) ? null : world.amount(left), null, world.day());
    }

    LedgerCommand move(BudgetId budget) {
        var on = world.day();
        var account = world.funded(budget, on);
        var from = account.deployment();
        var to = world.deployment(budget);
        if (from.equals(to)) {
            to = from.equals(DeploymentId.AUTHORITY) ? new DeploymentId("self") : DeploymentId.AUTHORITY;
        }
        return new MoveBetweenDeployments(
                world.commandId(),
                budget,
                world.newEntry(budget),
                from,
                to,
                account.stream(),
                world.amountFrom(account, budget, on),
                World.TEXT,
                on);
    }

    LedgerCommand transfer(BudgetId budget) {
        var on = world.day();
        var account = world.funded(budget, on);
        var from = account.stream();
        var to = World.STREAMS.get((World.STREAMS.indexOf(from) + world.pick(1, 2)) % World.STREAMS.size());
        return new TransferBetweenStreams(
                world.commandId(),
                budget,
                world.newEntry(budget),
                world.named(account.deployment(), budget),
                from,
                to,
                world.amountFrom(account, budget, on),
                world.chance(90) ? World.REFERENCE : null,
                null,
                on);
    }
}
