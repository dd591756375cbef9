package org.budgetledger.service.budget.account;

import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.jspecify.annotations.Nullable;

/**
 * Money of one account that is set aside: an earmark, or an authorisation until it is used.
 *
 * @param lapsesOn the day from which it is free again of itself; none when it stands
 */
public record SetAside(
        AccountKey account, Money left, @Nullable LocalDate lapsesOn) {
    public boolean standsOn(LocalDate day) {
        return left.isPositive() && (lapsesOn == null || day.isBefore(lapsesOn));
    }

    SetAside less(Amount released) {
        return new SetAside(account, left.minus(released.money()), lapsesOn);
    }
}
