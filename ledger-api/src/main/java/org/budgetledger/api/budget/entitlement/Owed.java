package org.budgetledger.api.budget.entitlement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.payment.PaymentFailed;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.recovery.DebtWrittenOff;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.spending.SpendAccepted;
import org.budgetledger.api.budget.spending.SpendDisallowed;
import org.jspecify.annotations.Nullable;

/**
 * What is owed, item by item: arrears to the holder, and the debts that come from an overpayment or a disallowed spend
 * (R12). Arrears of contributions are not among them: they follow from what is due and what came in.
 */
public record Owed(List<Item> items) {
    public static final Owed NONE = new Owed(List.of());

    /** Which way an item goes. */
    public enum Kind {
        /** Owed to the holder. */
        ARREARS,
        /** Owed by the holder. */
        OVERPAYMENT,
        /** Owed by the holder: what was left of a spend when it was disallowed. */
        DISALLOWED_SPEND;

        public boolean isDebt() {
            return this != ARREARS;
        }
    }

    /**
     * One sum owed.
     *
     * @param cause what made it; none for a disallowed spend, whose reason is given
     */
    public record Item(
            ItemId id,
            Kind kind,
            DeploymentId deployment,
            FundingStream stream,
            @JsonProperty("identifiedPence") Money identified,
            @JsonProperty("outstandingPence") Money outstanding,
            @Nullable AdjustmentCause cause,
            @Nullable FreeText reason,
            LocalDate identifiedOn) {
        Item less(Money settled) {
            return new Item(
                    id, kind, deployment, stream, identified, outstanding.minus(settled), cause, reason, identifiedOn);
        }
    }

    public Owed {
        items = List.copyOf(items);
    }

    /** What is owed with these events behind it. */
    public static Owed of(Iterable<? extends BudgetEvent> events) {
        var owed = NONE;
        for (var event : events) {
            owed = owed.evolve(event);
        }
        return owed;
    }

    /** What is owed after an event; the same where the event has no part in it. */
    public Owed evolve(BudgetEvent event) {
        return switch (event) {
            case ArrearsIdentified e ->
                with(new Item(
                        e.adjustmentId(),
                        Kind.ARREARS,
                        e.deployment(),
                        e.stream(),
                        e.amount().money(),
                        e.amount().money(),
                        e.cause(),
                        null,
                        e.effectiveOn()));
            case OverpaymentIdentified e ->
                with(new Item(
                        e.adjustmentId(),
                        Kind.OVERPAYMENT,
                        e.deployment(),
                        e.stream(),
                        e.amount().money(),
                        e.amount().money(),
                        e.cause(),
                        null,
                        e.effectiveOn()));
            case SpendDisallowed e ->
                with(new Item(
                        new ItemId(e.spendId().value()),
                        Kind.DISALLOWED_SPEND,
                        e.deployment(),
                        e.stream(),
                        e.amount().money(),
                        e.amount().money(),
                        null,
                        e.reason(),
                        e.effectiveOn()));
            case SpendAccepted e -> without(new ItemId(e.spendId().value()));
            case PaymentReleased e ->
                settling(e.adjustments(), part -> part.amount().money());
            case PaymentFailed e ->
                settling(e.reopened(), part -> part.amount().money().negated());
            case FundsRecovered e -> settling(e.debts(), part -> part.amount().money());
            case DebtWrittenOff e ->
                settling(
                        List.of(new OwedPart(e.debtId(), e.amount())),
                        part -> part.amount().money());
            default -> this; // nothing else makes or settles a debt (R12)
        };
    }

    public Optional<Item> find(ItemId id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** What is not settled yet. */
    public List<Item> outstanding() {
        return items.stream().filter(item -> item.outstanding().isPositive()).toList();
    }

    private Owed with(Item item) {
        var all = new ArrayList<>(items);
        all.add(item);
        return new Owed(all);
    }

    private Owed without(ItemId id) {
        return new Owed(items.stream().filter(item -> !item.id().equals(id)).toList());
    }

    private Owed settling(List<OwedPart> parts, Function<OwedPart, Money> by) {
        return new Owed(items.stream()
                .map(item -> item.less(parts.stream()
                        .filter(part -> part.id().equals(item.id()))
                        .map(by)
                        .reduce(Money.ZERO, Money::plus)))
                .toList());
    }
}
