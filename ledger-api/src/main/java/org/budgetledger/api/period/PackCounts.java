package org.budgetledger.api.period;

/**
 * How much there is in a pack.
 *
 * @param items entries of accounting dates within the period
 * @param priorPeriodItems entries of earlier accounting dates that no earlier pack has
 * @param overdrawnAccounts accounts that close below zero
 * @param openDebts debts on the last day
 */
public record PackCounts(
        long budgets,
        long accounts,
        long pools,
        long items,
        long priorPeriodItems,
        long overdrawnAccounts,
        long openDebts) {}
