package org.budgetledger.service.model;

import org.budgetledger.api.BudgetId;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.budget.ending.CloseBudget;
import org.budgetledger.api.budget.ending.RecordDeath;

/** Random ends: deaths that are reported late and put right, and closing. */
final class EndingCommands {
    private final World world;

    EndingCommands(World world) {
        this.world = world;
    }

    LedgerCommand death(BudgetId budget) {
        var on = world.past();
        var before = world.known(budget).last(RecordDeath.class);
        var died = before != null && world.chance(30) ? before.diedOn() : on.minusDays(world.pick(0, 1, 3, 10, 28, 60));
        return new RecordDeath(world.commandId(), budget, died.isAfter(on) ? on : died, World.EVIDENCE, on);
    }

    LedgerCommand close(BudgetId budget) {
        return new CloseBudget(
                world.commandId(), budget, World.TEXT, world.chance(70) ? world.today : world.day(budget));
    }
}
