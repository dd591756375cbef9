package org.budgetledger.projections.ending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.budget.ending.OpenMatter;
import org.budgetledger.api.budget.pooling.ContributedToPool;
import org.budgetledger.api.budget.pooling.LeftPool;
import org.budgetledger.api.budget.pooling.PoolShareReturned;
import org.budgetledger.api.budget.pooling.PoolingEvent;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.projections.account.Account;
import org.budgetledger.projections.account.Balances;
import org.budgetledger.projections.book.BudgetBook;
import org.budgetledger.projections.challenge.Challenges;
import org.budgetledger.projections.facts.Facts;
import org.budgetledger.projections.spending.Queries;

/** R28: what stands in the way of closing a budget. */
final class OpenMatters {
    private OpenMatters() {}

    static List<OpenMatter> of(BudgetBook book, Balances balances, LocalDate day) {
        var open = new ArrayList<OpenMatter>();
        add(
                open,
                OpenMatter.BALANCE,
                balances.accounts().stream()
                        .anyMatch(account ->
                                !account.notional() && !account.balance().isZero()));
        add(open, OpenMatter.EARMARKS, !balances.earmarks().isEmpty());
        add(open, OpenMatter.AUTHORISATIONS, !balances.authorisations().isEmpty());
        add(
                open,
                OpenMatter.UNEXPLAINED_CREDITS,
                balances.accounts().stream().map(Account::suspense).anyMatch(sum -> !sum.isZero()));
        add(
                open,
                OpenMatter.QUERIES,
                !Queries.openOn(day, book.facts().of(SpendingEvent.class)).isEmpty());
        add(open, OpenMatter.CHALLENGES, !Challenges.openOn(day, book.facts()).isEmpty());
        add(open, OpenMatter.DEBTS, !balances.debts().isEmpty());
        add(open, OpenMatter.ARREARS, !balances.arrears().isEmpty());
        add(open, OpenMatter.POOLS, inPools(book.facts()));
        return open;
    }

    private static void add(List<OpenMatter> open, OpenMatter matter, boolean stands) {
        if (stands) {
            open.add(matter);
        }
    }

    private static boolean inPools(Facts facts) {
        var pools = new HashSet<PoolId>();
        for (var event : facts.of(PoolingEvent.class)) {
            switch (event) {
                case ContributedToPool e -> pools.add(e.poolId());
                case PoolShareReturned e -> pools.remove(e.poolId());
                case LeftPool e -> pools.remove(e.poolId());
            }
        }
        return !pools.isEmpty();
    }
}
