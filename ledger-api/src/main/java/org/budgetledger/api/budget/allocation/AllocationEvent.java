package org.budgetledger.api.budget.allocation;

import org.budgetledger.api.budget.BudgetEvent;

/** What came of an {@link AllocationCommand}. */
public sealed interface AllocationEvent extends BudgetEvent
        permits BudgetOpened,
                IndicativeAllocationCalculated,
                BudgetAllocated,
                AllocationNotified,
                AllocationRevised,
                ContributionAssessed {}
