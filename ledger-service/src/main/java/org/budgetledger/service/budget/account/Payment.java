package org.budgetledger.service.budget.account;

import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.budget.entitlement.OwedPart;
import org.budgetledger.api.budget.payment.PaymentLine;

/**
 * One payment that was released.
 *
 * @param owed the arrears and overpayments that it settles
 * @param failed it did not arrive, or came back
 */
public record Payment(DeploymentId deployment, List<PaymentLine> lines, List<OwedPart> owed, boolean failed) {
    public Payment {
        lines = List.copyOf(lines);
        owed = List.copyOf(owed);
    }
}
