package org.budgetledger.api.budget.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.entitlement.OwedPart;
import org.budgetledger.api.budget.entitlement.SettledSum;
import org.jspecify.annotations.Nullable;

/**
 * Money was released to a holder, itemised.
 *
 * @param periodFrom the first day that it settles; none where it only pays arrears
 * @param periodTo the last day that it settles
 * @param lines what was paid, by stream; none where an overpayment was as large as what was due
 * @param items what it is made of; none in events from before payments were itemised
 * @param settles what it settles of its days, by stream, pay period and financial year (R16)
 * @param owed the arrears and overpayments that it settles
 * @param payRunId the pay run that it was released in
 */
public record PaymentReleased(
        EntryId paymentId,
        DeploymentId deployment,
        PersonRef payeeRef,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        List<PaymentLine> lines,
        @Nullable List<PaymentItem> items,
        @Nullable List<SettledSum> settles,
        @Nullable List<OwedPart> owed,
        @Nullable ItemId payRunId,
        LocalDate effectiveOn)
        implements PaymentEvent {
    public PaymentReleased {
        lines = List.copyOf(lines);
        items = items == null ? null : List.copyOf(items);
        settles = settles == null ? null : List.copyOf(settles);
        owed = owed == null ? null : List.copyOf(owed);
    }

    public Money total() {
        return PaymentLine.total(lines);
    }

    /** What it settles of its days. */
    public List<SettledSum> settled() {
        if (settles != null) {
            return settles;
        }
        var from = periodFrom;
        var to = periodTo;
        return from == null || to == null
                ? List.of()
                : lines.stream()
                        .map(line -> new SettledSum(
                                line.stream(), from, to, "", line.amount().money()))
                        .toList();
    }

    /** The arrears and overpayments that it settles. */
    public List<OwedPart> adjustments() {
        return Objects.requireNonNullElse(owed, List.of());
    }
}
