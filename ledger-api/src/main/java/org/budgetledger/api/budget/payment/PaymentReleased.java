package org.budgetledger.api.budget.payment;

import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;

/** Money was released to a holder, itemised by stream. */
public record PaymentReleased(
        EntryId paymentId,
        DeploymentId deployment,
        PersonRef payeeRef,
        LocalDate periodFrom,
        LocalDate periodTo,
        List<PaymentLine> lines,
        LocalDate effectiveOn)
        implements PaymentEvent {
    public PaymentReleased {
        lines = List.copyOf(lines);
    }

    public Money total() {
        return PaymentLine.total(lines);
    }
}
