package org.budgetledger.service.budget.entitlement;

import java.time.LocalDate;
import java.util.Optional;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.entitlement.Entitlement;

/** What a budget that has ended refuses. */
public final class Endings {
    private Endings() {}

    /** Why nothing new is decided for a day; nothing while the budget goes on then. */
    public static Optional<Refusal> refusalOn(LocalDate day, Entitlement book) {
        var lastDay = book.lastDay();
        if (lastDay == null || !lastDay.isBefore(day)) {
            return Optional.empty();
        }
        return Optional.of(
                lastDay.equals(book.ending().withdrawn())
                        ? Refusal.budgetWithdrawn(lastDay)
                        : Refusal.budgetEnded(lastDay));
    }
}
