package org.budgetledger.service.run.payment;

import java.util.List;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.budget.payment.PaymentItem;
import org.budgetledger.api.budget.payment.PaymentReleased;

/** What a payment of a run is made of, as the run keeps it. */
record PaymentDetail(EntryId paymentId, List<PaymentItem> items) {
    PaymentDetail {
        items = List.copyOf(items);
    }

    static PaymentDetail of(PaymentReleased payment) {
        return new PaymentDetail(payment.paymentId(), payment.items() == null ? List.of() : payment.items());
    }
}
