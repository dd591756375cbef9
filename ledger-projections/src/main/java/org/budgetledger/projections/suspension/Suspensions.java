package org.budgetledger.projections.suspension;

import java.time.LocalDate;
import org.budgetledger.api.budget.suspension.PaymentsResumed;
import org.budgetledger.api.budget.suspension.PaymentsSuspended;
import org.budgetledger.api.budget.suspension.SuspensionEvent;
import org.budgetledger.projections.facts.Facts;

/** Whether payments are suspended. */
public final class Suspensions {
    private Suspensions() {}

    public static boolean suspendedOn(LocalDate day, Facts facts) {
        var suspended = false;
        for (var event : facts.of(SuspensionEvent.class)) {
            suspended = switch (event) {
                case PaymentsSuspended e -> suspended || !e.effectiveOn().isAfter(day);
                case PaymentsResumed e -> suspended && e.effectiveOn().isAfter(day);
            };
        }
        return suspended;
    }
}
