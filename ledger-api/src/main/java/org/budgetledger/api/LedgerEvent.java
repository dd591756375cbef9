package org.budgetledger.api;

import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.period.PeriodEvent;
import org.budgetledger.api.pool.PoolEvent;

/** Something that happened, complete in itself; stored for ever under its class's name. */
public sealed interface LedgerEvent permits BudgetEvent, PoolEvent, PeriodEvent {}
