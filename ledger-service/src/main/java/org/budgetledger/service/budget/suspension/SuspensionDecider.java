package org.budgetledger.service.budget.suspension;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import java.util.Objects;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.suspension.PaymentsResumed;
import org.budgetledger.api.budget.suspension.PaymentsSuspended;
import org.budgetledger.api.budget.suspension.ResumePayments;
import org.budgetledger.api.budget.suspension.SuspendPayments;
import org.budgetledger.api.budget.suspension.SuspensionCommand;
import org.budgetledger.api.budget.suspension.SuspensionEvent;
import org.budgetledger.api.budget.suspension.Suspensions;
import org.budgetledger.service.deciding.Decision;

/** Stopping payments and starting them again, in order. */
public final class SuspensionDecider {
    private SuspensionDecider() {}

    public static Decision<SuspensionEvent> decide(SuspensionCommand command, Suspensions suspensions) {
        return switch (command) {
            case SuspendPayments c -> suspend(c, suspensions);
            case ResumePayments c -> resume(c, suspensions);
        };
    }

    private static Decision<SuspensionEvent> suspend(SuspendPayments c, Suspensions suspensions) {
        if (suspensions.open().isPresent()) {
            return refused(Refusal.paymentsSuspended(suspensions.open().get().from()));
        }
        var earlier = suspensions.spans().stream().map(Suspensions.Span::to).filter(Objects::nonNull);
        return earlier.anyMatch(to -> !c.effectiveOn().isAfter(to))
                ? refused(Refusal.outOfOrder("An earlier suspension had not ended by " + c.effectiveOn() + "."))
                : accepted(new PaymentsSuspended(c.reason(), c.effectiveOn()));
    }

    private static Decision<SuspensionEvent> resume(ResumePayments c, Suspensions suspensions) {
        var open = suspensions.open();
        if (open.isEmpty()) {
            return refused(Refusal.notSuspended());
        }
        return !c.effectiveOn().isBefore(open.get().from())
                ? accepted(new PaymentsResumed(c.reason(), c.effectiveOn()))
                : refused(Refusal.outOfOrder(
                        "Payments were suspended on " + open.get().from() + ", not before."));
    }
}
