package org.budgetledger.projections.period;

import java.util.List;
import java.util.UUID;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.balance.AuthorisationView;
import org.budgetledger.api.budget.balance.DebtView;
import org.budgetledger.api.budget.balance.EarmarkView;
import org.budgetledger.api.budget.statement.LineKind;

/**
 * One budget in a pack.
 *
 * @param version how far its stream had come
 * @param items how many entries there are of accounting dates within the period
 */
record BudgetFigures(
        UUID budgetId,
        long version,
        List<AccountFigures> accounts,
        long items,
        List<PriorPeriodItem> priorPeriodItems,
        List<EarmarkView> earmarks,
        List<AuthorisationView> authorisations,
        List<DebtView> debts) {
    BudgetFigures {
        accounts = List.copyOf(accounts);
        priorPeriodItems = List.copyOf(priorPeriodItems);
        earmarks = List.copyOf(earmarks);
        authorisations = List.copyOf(authorisations);
        debts = List.copyOf(debts);
    }

    /** Accounts below zero: a question whether the sum is sufficient (R12). */
    List<AccountFigures> overdrawn() {
        return accounts.stream()
                .filter(account -> account.balance().closing().isNegative())
                .toList();
    }

    /** Credits that nobody has explained yet (R13). */
    Money suspense() {
        return accounts.stream()
                .map(account -> account.lines().of(LineKind.CREDIT).closing())
                .reduce(Money.ZERO, Money::plus);
    }
}
