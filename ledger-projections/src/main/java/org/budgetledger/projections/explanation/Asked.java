package org.budgetledger.projections.explanation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.explanation.ExplainedItem;
import org.budgetledger.projections.account.Account;
import org.budgetledger.projections.account.Balances;
import org.budgetledger.projections.book.BudgetBook;
import org.jspecify.annotations.Nullable;

/**
 * Whose figure is to be explained, and as it stood on which day.
 *
 * @param deployment only this one; none for all
 * @param stream only this one; none for all
 */
record Asked(
        BudgetBook book,
        Balances balances,
        LocalDate day,
        @Nullable DeploymentId deployment,
        @Nullable FundingStream stream) {
    private static final Comparator<ExplainedItem> IN_ORDER =
            Comparator.comparingLong(item -> item.version() == null ? Long.MAX_VALUE : item.version());

    boolean about(AccountKey account) {
        return (deployment == null || deployment.equals(account.deployment()))
                && (stream == null || stream == account.stream());
    }

    /** The accounts that the figure is the sum of. */
    List<Account> accounts() {
        return balances.accounts().stream()
                .filter(account -> about(account.key()))
                .toList();
    }

    /** As they were recorded; what is worked out comes last. */
    static List<ExplainedItem> inOrder(List<ExplainedItem> items) {
        return items.stream().sorted(IN_ORDER).toList();
    }
}
