package org.budgetledger.api.budget.allocation;

import org.budgetledger.api.budget.BudgetCommand;

/** Being told the sum: steps 1 of the seven. */
public sealed interface AllocationCommand extends BudgetCommand
        permits OpenBudget, ReviseAllocation, RecordRasResult, AllocateBudget, NotifyAllocation, AssessContribution {}
