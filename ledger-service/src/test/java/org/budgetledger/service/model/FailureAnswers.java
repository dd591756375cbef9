package org.budgetledger.service.model;

import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.budget.payment.PaymentFailed;
import org.budgetledger.api.budget.payment.PaymentLine;
import org.budgetledger.api.budget.payment.RecordPaymentFailure;

/** A payment that did not arrive: its money comes off again, and its days are not settled by it (R16). */
final class FailureAnswers {
    private FailureAnswers() {}

    static void fail(RecordPaymentFailure c, ModelBudget budget, Answer answer) {
        answer.refuseIf(budget.entryKnown(c.failureId()), "ID_IN_USE");
        var paid = budget.lines.stream()
                .filter(line ->
                        line.kind() == MoneyLine.Kind.PAYMENT && line.id().equals(c.paymentId()))
                .toList();
        answer.refuseIf(paid.isEmpty(), "UNKNOWN_ENTRY");
        answer.refuseIf(
                budget.lines.stream()
                        .anyMatch(line -> line.kind() == MoneyLine.Kind.FAILURE
                                && c.paymentId().equals(line.about())),
                "ALREADY_DONE");
        if (answer.refused()) {
            return;
        }
        var lines = new ArrayList<PaymentLine>();
        for (var line : paid) {
            if (line.pence() > 0) {
                lines.add(new PaymentLine(line.account().stream(), Amount.ofPence(line.pence())));
            }
            budget.write(MoneyLine.Kind.FAILURE, c.failureId(), line.account(), -line.pence(), c.paymentId());
        }
        var reopened = budget.settledBy.getOrDefault(c.paymentId(), List.of());
        for (var part : reopened) {
            budget.item(part.id()).outstanding += part.amount().pence();
        }
        for (var span : budget.spans) {
            span.paid &= !span.payment.equals(c.paymentId());
        }
        budget.spans.removeIf(ModelSpan::empty);
        answer.happened(
                budget.id,
                new PaymentFailed(
                        c.failureId(),
                        c.paymentId(),
                        paid.getFirst().account().deployment(),
                        lines,
                        reopened,
                        c.reason(),
                        c.evidence(),
                        c.effectiveOn()));
    }
}
