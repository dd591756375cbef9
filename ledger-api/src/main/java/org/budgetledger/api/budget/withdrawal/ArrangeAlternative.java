package org.budgetledger.api.budget.withdrawal;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;

/** Arranges what takes the budget's place; at any point before withdrawal, the latest counts. */
public record ArrangeAlternative(
        CommandId commandId,
        BudgetId budgetId,
        Alternative alternative,
        @DefaultsToToday LocalDate effectiveOn) implements WithdrawalCommand {}
