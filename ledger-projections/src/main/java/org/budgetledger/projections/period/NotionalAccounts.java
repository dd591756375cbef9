package org.budgetledger.projections.period;

import java.util.Map;
import java.util.stream.Collectors;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.projections.account.Account;
import org.budgetledger.projections.account.Balances;

/** What has come due on the accounts that hold no money (domain §4). */
final class NotionalAccounts {
    private NotionalAccounts() {}

    static Map<AccountKey, Money> entitled(Balances standing) {
        return standing.accounts().stream()
                .filter(account -> !account.managed().isZero())
                .collect(Collectors.toMap(Account::key, Account::managed));
    }
}
