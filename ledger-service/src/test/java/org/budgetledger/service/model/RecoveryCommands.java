package org.budgetledger.service.model;

import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.entitlement.Contributions;
import org.budgetledger.api.budget.entitlement.Owed;
import org.budgetledger.api.budget.recovery.Consent;
import org.budgetledger.api.budget.recovery.IdentifySurplus;
import org.budgetledger.api.budget.recovery.IssueRecoveryNotice;
import org.budgetledger.api.budget.recovery.Liability;
import org.budgetledger.api.budget.recovery.RecordRepresentation;
import org.budgetledger.api.budget.recovery.RecoverFunds;
import org.budgetledger.api.budget.recovery.WriteOffDebt;
import org.jspecify.annotations.Nullable;

/** Random commands that ask money back, take it and give it up. */
final class RecoveryCommands {
    private final World world;

    RecoveryCommands(World world) {
        this.world = world;
    }

    LedgerCommand surplus(BudgetId budget) {
        var on = world.chance(80) ? world.today : world.day(budget);
        var account = world.funded(budget, on);
        var taken = world.known(budget).all(IdentifySurplus.class).stream()
                .map(IdentifySurplus::surplusId)
                .toList();
        return new IdentifySurplus(
                world.commandId(),
                budget,
                world.newItem(taken),
                world.named(account.deployment(), budget),
                account.stream(),
                world.chance(60) ? null : List.of(new Liability(World.TEXT, world.amount())),
                world.chance(80) ? null : Money.ofPence(world.amount().pence()),
                on);
    }

    private List<ItemId> debts(BudgetId budget) {
        return world.known(budget).items.stream()
                .filter(item -> item.kind != Owed.Kind.ARREARS)
                .map(item -> item.id)
                .toList();
    }

    private List<ItemId> notices(BudgetId budget) {
        return world.known(budget).notices.stream().map(notice -> notice.id).toList();
    }

    private long outstanding(BudgetId budget, ItemId debt) {
        return world.known(budget).items.stream()
                .filter(item -> item.id.equals(debt))
                .mapToLong(item -> item.outstanding)
                .sum();
    }

    LedgerCommand notice(BudgetId budget) {
        var debt = world.item(debts(budget));
        return new IssueRecoveryNotice(
                world.commandId(),
                budget,
                world.newItem(notices(budget)),
                null,
                debt,
                null,
                null,
                world.chance(60) ? null : world.amount(outstanding(budget, debt)),
                null,
                World.TEXT,
                world.chance(50) ? null : new PersonRef("payee-1"),
                world.past());
    }

    LedgerCommand representation(BudgetId budget) {
        return new RecordRepresentation(
                world.commandId(), budget, world.item(notices(budget)), World.TEXT, world.past());
    }

    LedgerCommand recover(BudgetId budget) {
        var known = world.known(budget);
        var noticed = !known.notices.isEmpty() && world.chance(70);
        var notice = noticed ? world.pick(known.notices) : null;
        var debt = notice == null ? world.item(debts(budget)) : notice.debt;
        var consent = world.chance(notice == null ? 90 : 30)
                ? new Consent(new PersonRef("holder-1"), world.today, World.EVIDENCE)
                : null;
        return new RecoverFunds(
                world.commandId(),
                budget,
                world.newEntry(budget),
                notice == null ? null : notice.id,
                notice == null ? debt : null,
                null,
                null,
                consent,
                amount(budget, debt, notice),
                world.chance(85) ? null : Money.ofPence(world.amount().pence()),
                world.chance(70) ? null : world.chance(70),
                notice == null ? world.day() : notice.dueOn.plusDays(world.pick(-1, 0, 0, 1)));
    }

    private @Nullable Amount amount(BudgetId budget, ItemId debt, @Nullable ModelNotice notice) {
        var limits = new ArrayList<>(List.of(outstanding(budget, debt)));
        if (notice != null) {
            limits.add(notice.left);
            limits.add(world.known(budget).held(notice.account));
        }
        return world.chance(50) ? null : world.amount(world.pick(limits));
    }

    LedgerCommand writeOff(BudgetId budget) {
        var accounts = world.known(budget).accounts();
        var debts = new ArrayList<>(debts(budget));
        for (AccountKey account : accounts) {
            if (Contributing.arrears(world.known(budget), account, world.today) > 0) {
                debts.add(Contributions.debtId(account));
            }
        }
        var debt = world.item(debts);
        return new WriteOffDebt(
                world.commandId(),
                budget,
                debt,
                world.chance(50) ? null : world.amount(world.pick(50_000L, outstanding(budget, debt))),
                world.pick(World.ACTORS),
                World.TEXT,
                world.day());
    }
}
