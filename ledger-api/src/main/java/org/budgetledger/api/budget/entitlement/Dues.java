package org.budgetledger.api.budget.entitlement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.BudgetEvent;

/**
 * Everything that is due on a budget and what has become of it: the entitlement book, which of its days are settled, what is
 * owed either way, and what the person paid towards it. Deciders and views fold it from the same events.
 */
public record Dues(Entitlement book, Settlement settlement, Owed owed, Contributions contributions) {
    public static final Dues NONE = new Dues(Entitlement.NONE, Settlement.NONE, Owed.NONE, Contributions.NONE);

    /** The dues of a budget with these events behind it. */
    public static Dues of(Iterable<? extends BudgetEvent> events) {
        var dues = NONE;
        for (var event : events) {
            dues = dues.evolve(event);
        }
        return dues;
    }

    /** The dues after an event. */
    public Dues evolve(BudgetEvent event) {
        return new Dues(book.evolve(event), settlement.evolve(event), owed.evolve(event), contributions.evolve(event));
    }

    /** Whether days that were settled may come out differently than before. */
    @JsonIgnore
    public boolean mayDifferFrom(Dues before) {
        return !book.equals(before.book) || !settlement.equals(before.settlement);
    }

    /** What the person still owes in contributions to an account. */
    public Money contributionArrears(AccountKey account, boolean notional, LocalDate today) {
        return contributions.arrears(account, Contributions.due(account, notional, book, settlement, today));
    }
}
