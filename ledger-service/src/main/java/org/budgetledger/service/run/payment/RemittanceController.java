package org.budgetledger.service.run.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Money;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.payment.PaymentFailed;
import org.budgetledger.api.budget.payment.PaymentItem;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.store.RefusedException;
import org.budgetledger.service.web.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The remittance of a payment, from the event itself: it says what was paid, whoever asks and whenever. */
@RestController
@Tag(name = "Reading budgets")
public class RemittanceController {
    private final EventStore eventStore;

    public RemittanceController(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    @Operation(summary = "The remittance of one payment: what it is made of, and whether it has failed since")
    @GetMapping("/v1/budgets/{budgetId}/payments/{paymentId}/remittance")
    RemittanceView remittance(Caller caller, @PathVariable BudgetId budgetId, @PathVariable EntryId paymentId) {
        Reader.requireReaderOf(caller, budgetId);
        var known = false;
        var released = (DomainEventMessage<?>) null;
        var failed = (PaymentFailed) null;
        var events = eventStore.readEvents(budgetId.toString(), 0);
        while (events.hasNext()) {
            var message = events.next();
            switch (message.getPayload()) {
                case BudgetOpened e ->
                    known = e.authority().equals(caller.actor().authority());
                case PaymentReleased e when e.paymentId().equals(paymentId) -> released = message;
                case PaymentFailed e when e.paymentId().equals(paymentId) -> failed = e;
                default -> {} // nothing else is about the payment
            }
        }
        if (!known) {
            throw new RefusedException(Refusal.budgetNotFound(budgetId));
        }
        if (released == null) {
            throw new RefusedException(Refusal.unknownEntry(paymentId));
        }
        return view(budgetId, released, (PaymentReleased) released.getPayload(), failed);
    }

    private static RemittanceView view(
            BudgetId budgetId, DomainEventMessage<?> message, PaymentReleased payment, @Nullable PaymentFailed failed) {
        var items = payment.items() == null ? List.<PaymentItem>of() : payment.items();
        return new RemittanceView(
                budgetId,
                payment.paymentId(),
                payment.payRunId(),
                message.getSequenceNumber() + 1,
                message.getTimestamp(),
                payment.deployment(),
                payment.payeeRef(),
                payment.periodFrom(),
                payment.periodTo(),
                payment.effectiveOn(),
                payment.lines(),
                items,
                sum(items, PaymentItem.Kind.ARREARS),
                sum(items, PaymentItem.Kind.OVERPAYMENT),
                payment.total(),
                failed == null
                        ? null
                        : new RemittanceView.Failure(
                                failed.failureId(), failed.effectiveOn(), failed.reason(), failed.evidence()));
    }

    private static Money sum(List<PaymentItem> items, PaymentItem.Kind kind) {
        return items.stream()
                .filter(item -> item.kind() == kind)
                .map(item -> item.amount().money())
                .reduce(Money.ZERO, Money::plus);
    }
}
