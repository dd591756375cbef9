package org.budgetledger.api.period;

import java.util.List;

/**
 * What a pack adds up to.
 *
 * @param lines the entries of all budgets
 * @param entitled what came due on accounts that hold no money
 * @param balance of all accounts: {@code lines + entitled}
 * @param pooled money in pools
 * @param byKind the rows that {@code lines} is made of, in the order of their kinds
 */
public record PackTotals(
        Figures lines, Figures entitled, Figures balance, Figures pooled, List<KindFigures> byKind, PackCounts counts) {
    public PackTotals {
        byKind = List.copyOf(byKind);
        if (!byKind.stream()
                .map(KindFigures::figures)
                .reduce(Figures.ZERO, Figures::plus)
                .equals(lines)) {
            throw new IllegalArgumentException("the kinds must add up to the lines, " + lines);
        }
        if (!lines.plus(entitled).equals(balance)) {
            throw new IllegalArgumentException("lines and entitlement must add up to the balance, " + balance);
        }
    }
}
