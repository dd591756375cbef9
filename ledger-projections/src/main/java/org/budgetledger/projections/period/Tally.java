package org.budgetledger.projections.period;

import java.util.EnumSet;
import java.util.Set;
import org.budgetledger.api.budget.statement.LineKind;
import org.budgetledger.api.period.Figures;
import org.budgetledger.api.period.KindFigures;
import org.budgetledger.api.period.PackCounts;
import org.budgetledger.api.period.PackTotals;
import org.budgetledger.api.pool.PoolEntryKind;

/** Adds up a pack as it is written, so that its size does not matter. */
final class Tally {
    /** Money that only changes its place: these have no other side outside the ledger. */
    static final Set<LineKind> INSIDE =
            EnumSet.of(LineKind.TRANSFER_IN, LineKind.TRANSFER_OUT, LineKind.POOL_CONTRIBUTION, LineKind.POOL_RETURN);

    static final Set<PoolEntryKind> INSIDE_POOLS = EnumSet.of(PoolEntryKind.CONTRIBUTION, PoolEntryKind.RETURN);

    private final Rows<LineKind> lines = new Rows<>(LineKind.class);
    private final Rows<PoolEntryKind> pooled = new Rows<>(PoolEntryKind.class);
    private Figures entitled = Figures.ZERO;
    private Figures balances = Figures.ZERO;
    private Figures equities = Figures.ZERO;
    private long budgets;
    private long accounts;
    private long pools;
    private long items;
    private long priorPeriodItems;
    private long overdrawnAccounts;
    private long openDebts;

    void add(BudgetFigures budget) {
        budgets++;
        accounts += budget.accounts().size();
        items += budget.items();
        priorPeriodItems += budget.priorPeriodItems().size();
        overdrawnAccounts += budget.overdrawn().size();
        openDebts += budget.debts().size();
        for (var account : budget.accounts()) {
            lines.addAll(account.lines());
            entitled = entitled.plus(account.entitled());
            balances = balances.plus(account.balance());
        }
    }

    void add(PoolFigures pool) {
        pools++;
        pooled.addAll(pool.entries());
        equities = pool.equities().values().stream().reduce(equities, Figures::plus);
    }

    Rows<LineKind> lines() {
        return lines;
    }

    Rows<PoolEntryKind> pooled() {
        return pooled;
    }

    /**
     * The trial balance: what stands in accounts and pools, less all that came from outside and went there, and less what came
     * due where no money is held. Zero, unless money that changed its place inside is missing on one of its two sides.
     */
    Figures difference() {
        var fromOutside = entitled;
        for (var row : lines.byKind().entrySet()) {
            if (!INSIDE.contains(row.getKey())) {
                fromOutside = fromOutside.plus(row.getValue());
            }
        }
        for (var row : pooled.byKind().entrySet()) {
            if (!INSIDE_POOLS.contains(row.getKey())) {
                fromOutside = fromOutside.plus(row.getValue());
            }
        }
        return balances.plus(equities).minus(fromOutside);
    }

    PackTotals totals() {
        return new PackTotals(
                lines.total(),
                entitled,
                balances,
                equities,
                lines.byKind().entrySet().stream()
                        .map(row -> new KindFigures(row.getKey(), row.getValue()))
                        .toList(),
                new PackCounts(budgets, accounts, pools, items, priorPeriodItems, overdrawnAccounts, openDebts));
    }
}
