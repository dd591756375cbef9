package org.budgetledger.service.model;

import java.util.HashMap;
import java.util.Map;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.StreamId;
import org.budgetledger.api.budget.payment.ContributionReceived;
import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.CreditResolved;
import org.budgetledger.api.budget.payment.InterestReceived;
import org.budgetledger.api.budget.payment.PaymentFailed;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.payment.TopUpReceived;
import org.budgetledger.api.budget.recovery.ContributionRefunded;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.spending.EntryReversed;
import org.budgetledger.api.budget.spending.RefundReceived;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.pool.PoolRefundReceived;
import org.budgetledger.api.pool.PoolSpendRecorded;

/** Everything that came in from outside less everything that went out (domain §4); what moves inside is neither. */
final class MoneyFlow {
    private record Crossing(StreamId stream, EntryId entry) {}

    private final Map<Crossing, Long> crossings = new HashMap<>();
    private long net;

    void add(Happening happening) {
        var stream = happening.stream();
        switch (happening.event()) {
            case PaymentReleased e -> crossed(stream, e.paymentId(), e.total().pence());
            case ContributionReceived e ->
                crossed(stream, e.contributionId(), e.amount().pence());
            case TopUpReceived e -> crossed(stream, e.topUpId(), e.amount().pence());
            case InterestReceived e ->
                crossed(stream, e.interestId(), e.amount().pence());
            case CreditReceived e -> crossed(stream, e.creditId(), e.amount().pence());
            case RefundReceived e -> crossed(stream, e.refundId(), e.amount().pence());
            case PoolRefundReceived e ->
                crossed(stream, e.refundId(), e.amount().pence());
            case SpendRecorded e -> crossed(stream, e.spendId(), -e.amount().pence());
            case PoolSpendRecorded e -> crossed(stream, e.spendId(), -e.amount().pence());
            case CreditResolved e
            when e.resolvedAs() == CreditKind.RETURNED -> net -= e.amount().pence();
            case EntryReversed e -> net -= crossings.getOrDefault(new Crossing(stream, e.entryId()), 0L);
            case PaymentFailed e -> net -= e.total().pence();
            case FundsRecovered e
            when !e.paidFromElsewhere() -> net -= e.amount().pence();
            case ContributionRefunded e -> net -= e.amount().pence();
            default -> {}
        }
    }

    private void crossed(StreamId stream, EntryId entry, long pence) {
        crossings.put(new Crossing(stream, entry), pence);
        net += pence;
    }

    long net() {
        return net;
    }
}
