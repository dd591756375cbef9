package org.budgetledger.api.budget.payment;

import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.entitlement.OwedPart;

/**
 * A payment did not arrive, or came back: its money is not the holder's.
 *
 * @param lines what had been paid, by stream
 * @param reopened the arrears and overpayments that it had settled, and settles no longer
 */
public record PaymentFailed(
        EntryId failureId,
        EntryId paymentId,
        DeploymentId deployment,
        List<PaymentLine> lines,
        List<OwedPart> reopened,
        FreeText reason,
        Evidence evidence,
        LocalDate effectiveOn)
        implements PaymentEvent {
    public PaymentFailed {
        lines = List.copyOf(lines);
        reopened = List.copyOf(reopened);
    }

    public Money total() {
        return PaymentLine.total(lines);
    }
}
