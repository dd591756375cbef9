package org.budgetledger.service.model;

import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.spending.AnswerQuery;
import org.budgetledger.api.budget.spending.AuthoriseSpend;
import org.budgetledger.api.budget.spending.CancelAuthorisation;
import org.budgetledger.api.budget.spending.Purchase;
import org.budgetledger.api.budget.spending.QuerySpend;
import org.budgetledger.api.budget.spending.RecordRefund;
import org.budgetledger.api.budget.spending.RecordSpend;
import org.budgetledger.api.budget.spending.ResolveQuery;
import org.budgetledger.api.budget.spending.ReverseEntry;
import org.jspecify.annotations.Nullable;

/** Random commands that use money, get it back, put it right and ask about it. */
final class SpendCommands {
    private final World world;

    SpendCommands(World world) {
        this.world = world;
    }

    LedgerCommand authorise(BudgetId budget) {
        var on = world.day(budget);
        var account = world.funded(budget, on);
        return new AuthoriseSpend(
                world.commandId(),
                budget,
                world.newItem(authorisations(budget)),
                world.named(account.deployment(), budget),
                account.stream(),
                world.amountFrom(account, budget, on),
                on,
                world.dayAfterOrNone(on),
                purchase(),
                null);
    }

    private List<ItemId> authorisations(BudgetId budget) {
        return world.known(budget).all(AuthoriseSpend.class).stream()
                .map(AuthoriseSpend::authorisationId)
                .toList();
    }

    private @Nullable Purchase purchase() {
        return world.chance(90) ? null : world.pick(Purchase.values());
    }

    LedgerCommand cancel(BudgetId budget) {
        return new CancelAuthorisation(
                world.commandId(), budget, world.item(authorisations(budget)), World.TEXT, world.day());
    }

    LedgerCommand spend(BudgetId budget) {
        var deployment = world.deploymentOrNone(budget);
        var stream = world.stream();
        var on = world.past();
        var account = world.account(budget, deployment, stream);
        var known = world.known(budget);
        var limit = world.chance(50) ? known.balance(on, account) : known.balance(on, account.deployment());
        var from = world.chance(60) ? null : world.day(budget);
        return new RecordSpend(
                world.commandId(),
                budget,
                world.newEntry(budget),
                deployment,
                stream,
                world.amount(limit),
                World.EVIDENCE,
                on,
                from,
                world.chance(70) ? null : (from == null ? on : from).plusDays(world.pick(0, 1, 28)),
                world.chance(35) && !authorisations(budget).isEmpty() ? world.item(authorisations(budget)) : null,
                world.chance(15) ? LifeCommands.outcome(world) : null,
                null,
                null,
                approvers(),
                purchase(),
                world.chance(3) ? World.TEXT : null);
    }

    private List<PersonRef> approvers() {
        return List.of(new PersonRef("person-1"), new PersonRef("person-2"), new PersonRef("person-3"))
                .subList(0, world.pick(0, 0, 1, 2, 3));
    }

    LedgerCommand refund(BudgetId budget) {
        var entry = world.entry(budget, MoneyLine.Kind.SPEND);
        var known = world.known(budget);
        var spend = known.line(entry, MoneyLine.Kind.SPEND);
        return new RecordRefund(
                world.commandId(),
                budget,
                entry,
                world.newEntry(budget),
                world.amount(spend == null ? 1 : known.left(spend)),
                World.EVIDENCE,
                world.past());
    }

    LedgerCommand reverse(BudgetId budget) {
        return new ReverseEntry(
                world.commandId(),
                budget,
                world.entry(
                        budget,
                        MoneyLine.Kind.SPEND,
                        MoneyLine.Kind.REFUND,
                        MoneyLine.Kind.CONTRIBUTION,
                        MoneyLine.Kind.TOP_UP,
                        MoneyLine.Kind.INTEREST,
                        MoneyLine.Kind.CREDIT),
                world.newEntry(budget),
                World.TEXT,
                world.day());
    }

    LedgerCommand query(BudgetId budget) {
        return new QuerySpend(
                world.commandId(), budget, world.entry(budget, MoneyLine.Kind.SPEND), World.TEXT, world.day());
    }

    LedgerCommand answerQuery(BudgetId budget) {
        return new AnswerQuery(
                world.commandId(), budget, world.entry(budget, MoneyLine.Kind.SPEND), World.TEXT, world.day());
    }

    LedgerCommand resolveQuery(BudgetId budget) {
        return new ResolveQuery(
                world.commandId(),
                budget,
                world.entry(budget, MoneyLine.Kind.SPEND),
                world.pick(ResolveQuery.Resolution.values()),
                World.TEXT,
                world.day());
    }
}
