package org.budgetledger.projections.recovery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.entitlement.Entitlement;
import org.budgetledger.api.budget.scheme.PolicyPackAdopted;
import org.budgetledger.api.policy.PolicyPackId;
import org.budgetledger.api.policy.SurplusWeeks;
import org.budgetledger.projections.account.Account;
import org.budgetledger.projections.book.BudgetBook;
import org.budgetledger.projections.facts.Facts;

/**
 * R24 on an account as it stands, by what the ledger knows: the balance, less what is the person's own, unexplained, set aside
 * or promised, and the policy's weeks of the gross rate.
 */
public record Surplus(Account account, Money weekly, int weeks) {
    /** Of every account that holds money, as it stands on a day. */
    public static List<Surplus> of(BudgetBook book, LocalDate day, SurplusWeeks weeks) {
        var entitlement = Entitlement.of(book.facts().events());
        var kept = weeks.under(pack(book.facts(), day).orElse(null));
        return book.balancesOn(day).accounts().stream()
                .filter(account -> !account.notional())
                .map(account -> new Surplus(account, entitlement.weeklyOn(account.key(), day), kept))
                .toList();
    }

    /** The policy that a budget is under on a day; none where that is its authority's. */
    private static Optional<PolicyPackId> pack(Facts facts, LocalDate day) {
        return facts.of(PolicyPackAdopted.class).reversed().stream()
                .filter(adopted -> !adopted.effectiveFrom().isAfter(day))
                .map(PolicyPackAdopted::policyPack)
                .findFirst()
                .or(() -> facts.last(BudgetOpened.class).map(BudgetOpened::policyPack));
    }

    public AccountKey key() {
        return account.key();
    }

    /** What the account may keep. */
    public Money kept() {
        return forWeeks(weeks);
    }

    /** The gross rate for so many weeks. */
    Money forWeeks(int count) {
        return Money.ofPence(Math.multiplyExact(weekly.pence(), count));
    }

    /** How far the account is above what it may keep, or below it. */
    public Money beyond() {
        return account.balance()
                .minus(account.privateMoney())
                .minus(account.suspense())
                .minus(account.earmarked())
                .minus(account.authorised())
                .minus(kept());
    }

    /** Below zero there is none. */
    public Money amount() {
        return beyond().orZeroIfNegative();
    }
}
