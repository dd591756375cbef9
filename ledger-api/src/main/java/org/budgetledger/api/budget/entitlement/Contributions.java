package org.budgetledger.api.budget.entitlement;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.payment.ContributionReceived;
import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.CreditResolved;
import org.budgetledger.api.budget.recovery.DebtWrittenOff;
import org.budgetledger.api.budget.spending.EntryKind;
import org.budgetledger.api.budget.spending.EntryReversed;

/**
 * What the person paid towards each account, and what of it was written off. What they owe is what fell due less both.
 *
 * @param paid contributions that came in, reversals taken off
 * @param writtenOff arrears that were given up
 */
public record Contributions(Map<AccountKey, Money> paid, Map<AccountKey, Money> writtenOff) {
    public static final Contributions NONE = new Contributions(Map.of(), Map.of());

    public Contributions {
        paid = Map.copyOf(paid);
        writtenOff = Map.copyOf(writtenOff);
    }

    /** What names the arrears of one account, within its budget. */
    public static ItemId debtId(AccountKey account) {
        return new ItemId(UUID.nameUUIDFromBytes(("contributions|" + account).getBytes(StandardCharsets.UTF_8)));
    }

    /** The contributions after an event; the same where it is none. */
    public Contributions evolve(BudgetEvent event) {
        return switch (event) {
            case ContributionReceived e ->
                with(new AccountKey(e.deployment(), e.stream()), e.amount().money());
            case CreditResolved e
            when e.resolvedAs() == CreditKind.CONTRIBUTION ->
                with(new AccountKey(e.deployment(), e.stream()), e.amount().money());
            case EntryReversed e
            when e.kind() == EntryKind.CONTRIBUTION ->
                with(
                        new AccountKey(e.deployment(), e.stream()),
                        e.amount().money().negated());
            case DebtWrittenOff e
            when e.debtId().equals(debtId(new AccountKey(e.deployment(), e.stream()))) ->
                new Contributions(
                        paid,
                        plus(
                                writtenOff,
                                new AccountKey(e.deployment(), e.stream()),
                                e.amount().money()));
            default -> this; // nothing else is a contribution
        };
    }

    /**
     * What fell due on an account: the contributions to the days that payments were released for, in advance as they are; on an
     * account that holds no money, to the days up to {@code today}.
     */
    public static Money due(
            AccountKey account, boolean notional, Entitlement book, Settlement settlement, LocalDate today) {
        return notional
                ? sum(account, book, LocalDate.MIN, today)
                : settlement.spans().stream()
                        .filter(span -> span.account().equals(account) && span.isPaid())
                        .map(span -> sum(account, book, span.from(), span.to()))
                        .reduce(Money.ZERO, Money::plus);
    }

    /** What the person has not paid of what fell due; nothing where they paid more. */
    public Money arrears(AccountKey account, Money due) {
        // As at a day before a contribution came in, its reversal may count already: nothing was paid, not less than
        // nothing.
        return due.minus(paid.getOrDefault(account, Money.ZERO).orZeroIfNegative())
                .minus(writtenOff.getOrDefault(account, Money.ZERO))
                .orZeroIfNegative();
    }

    private static Money sum(AccountKey account, Entitlement book, LocalDate from, LocalDate to) {
        return Lines.of(book, account.stream(), from, to).stream()
                .filter(line -> line.kind() == EntitlementLine.Kind.CONTRIBUTION
                        && line.deployment().equals(account.deployment()))
                .map(line -> line.amount().money())
                .reduce(Money.ZERO, Money::plus);
    }

    private Contributions with(AccountKey account, Money more) {
        return new Contributions(plus(paid, account, more), writtenOff);
    }

    private static Map<AccountKey, Money> plus(Map<AccountKey, Money> sums, AccountKey account, Money more) {
        var all = new HashMap<>(sums);
        all.merge(account, more, Money::plus);
        return all;
    }
}
