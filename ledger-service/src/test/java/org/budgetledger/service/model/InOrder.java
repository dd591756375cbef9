package org.budgetledger.service.model;

import java.util.Comparator;
import java.util.List;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.spending.SpendRecorded;

/** Events with whatever the rules give no order to put in one: flags, and what a payment is made of. */
final class InOrder {
    private InOrder() {}

    static LedgerEvent of(LedgerEvent event) {
        return switch (event) {
            case SpendRecorded e ->
                new SpendRecorded(
                        e.spendId(),
                        e.deployment(),
                        e.stream(),
                        e.amount(),
                        e.evidence(),
                        e.effectiveOn(),
                        e.serviceFrom(),
                        e.serviceTo(),
                        e.authorisationId(),
                        e.outcomeId(),
                        e.category(),
                        e.description(),
                        e.approvers(),
                        e.purchase(),
                        e.illegal(),
                        e.flags().stream().sorted().toList());
            case PaymentReleased e ->
                new PaymentReleased(
                        e.paymentId(),
                        e.deployment(),
                        e.payeeRef(),
                        e.periodFrom(),
                        e.periodTo(),
                        sorted(e.lines()),
                        e.items() == null ? null : sorted(e.items()),
                        e.settles() == null ? null : sorted(e.settles()),
                        e.owed() == null ? null : sorted(e.owed()),
                        e.payRunId(),
                        e.effectiveOn());
            default -> event;
        };
    }

    private static <T> List<T> sorted(List<T> some) {
        return some.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }
}
