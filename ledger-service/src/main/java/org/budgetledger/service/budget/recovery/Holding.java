package org.budgetledger.service.budget.recovery;

import java.time.LocalDate;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.service.budget.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds, and whose it is (R14, R23): the person's own money and credits that no one has explained are never
 * asked back.
 */
record Holding(Money balance, Money privateMoney, Money suspense, Money earmarked, Money authorised) {
    /**
     * What an account holds.
     *
     * @param stated the person's own money in it, as someone says; when nobody does, all top-ups, as far as the balance goes
     */
    static Holding of(Account account, AccountKey key, @Nullable Money stated, LocalDate today) {
        var balance = account.held(key);
        return new Holding(
                balance,
                stated == null ? account.topUps(key).orLess(balance.orZeroIfNegative()) : stated,
                account.unexplained(key),
                account.earmarkedOn(today, key),
                account.authorisedOn(today, key));
    }

    /** R23: the most that may be taken. */
    Money publicMoney() {
        return balance.minus(privateMoney).minus(suspense).orZeroIfNegative();
    }

    /** R24: what neither is set aside nor the person's own. */
    Money unreserved() {
        return balance.minus(privateMoney).minus(suspense).minus(earmarked).minus(authorised);
    }
}
