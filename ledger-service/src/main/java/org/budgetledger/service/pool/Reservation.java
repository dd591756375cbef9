package org.budgetledger.service.pool;

import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Money;
import org.budgetledger.api.pool.MemberShare;
import org.jspecify.annotations.Nullable;

/** What an authorisation holds of each member's equity until it is used, lapses or is cancelled. */
public record Reservation(
        List<MemberShare> shares, @Nullable LocalDate lapsesOn, boolean used) {
    boolean standsOn(LocalDate day) {
        return !used && (lapsesOn == null || day.isBefore(lapsesOn));
    }

    Reservation usedUp() {
        return new Reservation(shares, lapsesOn, true);
    }

    Money shareOf(BudgetId member) {
        return shares.stream()
                .filter(share -> share.budgetId().equals(member))
                .map(MemberShare::share)
                .reduce(Money.ZERO, Money::plus);
    }
}
