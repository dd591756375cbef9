package org.budgetledger.service.pool;

import java.util.List;
import java.util.stream.IntStream;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Money;
import org.budgetledger.api.Split;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.pool.ReturnedShare;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * One budget's stake in a pool.
 *
 * @param weight how it bears costs and refunds beside the others (R19)
 * @param putIn what it put in, by the account it came from, in the order the accounts first appeared
 * @param equity what it put in less what it bore, and less what it took back
 * @param left whether it has left and is settled
 */
public record Member(BudgetId budgetId, long weight, PVector<Source> putIn, Money equity, boolean left) {
    /** What came from one account. */
    public record Source(AccountKey account, Money amount) {}

    static Member joining(BudgetId budgetId, long weight) {
        return new Member(budgetId, weight, TreePVector.empty(), Money.ZERO, false);
    }

    Member puttingIn(AccountKey account, Money amount) {
        var known = IntStream.range(0, putIn.size())
                .filter(i -> putIn.get(i).account().equals(account))
                .findFirst();
        var more = known.isPresent()
                ? putIn.with(
                        known.getAsInt(),
                        new Source(account, putIn.get(known.getAsInt()).amount().plus(amount)))
                : putIn.plus(new Source(account, amount));
        return new Member(budgetId, weight, more, equity.plus(amount), left);
    }

    Member bearing(Money cost) {
        return new Member(budgetId, weight, putIn, equity.minus(cost), left);
    }

    Member settled(boolean leaving) {
        return new Member(budgetId, weight, putIn, Money.ZERO, left || leaving);
    }

    /** R19: equity goes back to the accounts it came from, in proportion to what came from each. */
    List<ReturnedShare> returns() {
        if (!equity.isPositive()) {
            return List.of();
        }
        var parts = Split.byWeights(
                equity, putIn.stream().map(source -> source.amount().pence()).toList());
        return IntStream.range(0, parts.size())
                .filter(i -> parts.get(i).isPositive())
                .mapToObj(i -> new ReturnedShare(
                        putIn.get(i).account().deployment(), putIn.get(i).account().stream(), Amount.of(parts.get(i))))
                .toList();
    }
}
