package org.budgetledger.api.budget.allocation;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.Minted;
import org.budgetledger.api.PersonRef;

/** Opens the budget history of one person with the caller's authority. Refused when the budget is already open. */
public record OpenBudget(
        CommandId commandId,
        @Minted BudgetId budgetId,
        PersonRef personRef,
        @DefaultsToToday LocalDate openedOn) implements AllocationCommand {}
