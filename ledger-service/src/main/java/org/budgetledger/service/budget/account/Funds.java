package org.budgetledger.service.budget.account;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.entitlement.Entitlement;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.budgetledger.service.budget.control.Control;
import org.jspecify.annotations.Nullable;

/**
 * What a budget can use: the two books side by side. An account that holds money has what it holds; a notional one has what
 * is due to date less what was used (domain §4).
 *
 * @param today the day on which it is asked
 */
public record Funds(Account account, Control control, Entitlement entitlement, LocalDate today) {
    /** The balance of one account on a day. */
    public Money balanceOn(LocalDate day, AccountKey key) {
        var held = account.held(key);
        return control.notional(key.deployment()) ? held.plus(entitlement.upTo(day, key)) : held;
    }

    /** The balance of a deployment as a whole. */
    public Money balanceOn(LocalDate day, DeploymentId deployment) {
        return Arrays.stream(FundingStream.values())
                .map(stream -> balanceOn(day, new AccountKey(deployment, stream)))
                .reduce(Money.ZERO, Money::plus);
    }

    /** R8: balance − earmarks − open authorisations, and never money that no one has explained (R13). */
    public Money freeOn(LocalDate day, AccountKey key) {
        return balanceOn(day, key).minus(account.setAsideOn(day, key)).minus(account.unexplained(key));
    }

    /**
     * R8, R11: why a decision may not take {@code amount}; nothing when it may. It must be free on the day the decision is for
     * and on the day it is taken: dated ahead, it would otherwise hand out what is not due yet, or the same pound twice.
     */
    public Optional<Refusal> shortOf(Amount amount, LocalDate day, AccountKey key, @Nullable BudgetId budgetId) {
        var free = freeOn(day, key).orLess(freeOn(today, key));
        return amount.money().exceeds(free)
                ? Optional.of(new Refusal.InsufficientFunds(free, amount.money().minus(free), budgetId))
                : Optional.empty();
    }

    /** R9: what money going out of an account would take below zero. */
    public List<SpendFlag> flagsAfter(Amount spent, LocalDate day, AccountKey key) {
        if (balanceOn(day, key.deployment()).minus(spent.money()).isNegative()) {
            return List.of(SpendFlag.OVERDRAWN);
        }
        return balanceOn(day, key).minus(spent.money()).isNegative() ? List.of(SpendFlag.RING_FENCE) : List.of();
    }
}
