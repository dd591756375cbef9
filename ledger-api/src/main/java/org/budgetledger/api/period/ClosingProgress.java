package org.budgetledger.api.period;

/** How far the making of a pack has got. */
public record ClosingProgress(long budgetsDone, long budgets) {}
