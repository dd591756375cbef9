package org.budgetledger.api.budget.pooling;

import org.budgetledger.api.budget.BudgetEvent;

/** What a pool's command did to one of its members: it stands on the member's own stream. */
public sealed interface PoolingEvent extends BudgetEvent permits ContributedToPool, PoolShareReturned, LeftPool {}
