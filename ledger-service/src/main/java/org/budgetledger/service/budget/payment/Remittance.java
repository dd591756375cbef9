package org.budgetledger.service.budget.payment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.budgetledger.api.Amount;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.entitlement.Due;
import org.budgetledger.api.budget.entitlement.EntitlementLine;
import org.budgetledger.api.budget.entitlement.Owed;
import org.budgetledger.api.budget.entitlement.OwedPart;
import org.budgetledger.api.budget.entitlement.SettledSum;
import org.budgetledger.api.budget.payment.PaymentItem;
import org.budgetledger.api.budget.payment.PaymentLine;

/** A payment while it is put together: its items, what they settle, and what they come to on each stream. */
final class Remittance {
    private final List<PaymentItem> items = new ArrayList<>();
    private final List<SettledSum> settles = new ArrayList<>();
    private final List<OwedPart> owed = new ArrayList<>();
    private final Map<FundingStream, Money> net = new EnumMap<>(FundingStream.class);

    /** Everything that is due of one stream. */
    void addDue(FundingStream stream, Due due) {
        due.lines().stream().filter(line -> line.stream() == stream).forEach(this::add);
        due.sums().stream().filter(sum -> sum.stream() == stream).forEach(settles::add);
    }

    /**
     * A sum that was given for one stream. What is due stands beside it, and the difference on the last of the days.
     *
     * @param pieces those days
     */
    void addGiven(PaymentLine given, Due due, List<SettledSum> pieces) {
        var stream = given.stream();
        var difference = given.amount().money().minus(due.of(stream));
        addDue(stream, due);
        if (difference.isZero()) {
            return;
        }
        var last = pieces.getLast();
        add(new PaymentItem(
                difference.isPositive() ? PaymentItem.Kind.MORE_THAN_DUE : PaymentItem.Kind.LESS_THAN_DUE,
                stream,
                last.from(),
                last.to(),
                FinancialYear.of(last.from()),
                null,
                null,
                Amount.ofPence(Math.abs(difference.pence()))));
        var before = settles.stream()
                .filter(sum -> sum.ofNothing().equals(last.ofNothing()))
                .findFirst();
        before.ifPresent(settles::remove);
        settles.add(before.orElse(last).plus(difference));
    }

    /** What is owed to the holder. */
    void addArrears(List<Owed.Item> all) {
        all.stream()
                .filter(item -> item.kind() == Owed.Kind.ARREARS)
                .forEach(item -> settle(PaymentItem.Kind.ARREARS, item, item.outstanding()));
    }

    /** What the holder was overpaid, oldest first: never more than the limit, nor than the stream itself is paid (R11). */
    void takeOverpayments(List<Owed.Item> all, Money limit) {
        var left = limit;
        for (var item : all) {
            var taken = item.outstanding().orLess(left).orLess(net.getOrDefault(item.stream(), Money.ZERO));
            if (item.kind() == Owed.Kind.OVERPAYMENT && taken.isPositive()) {
                settle(PaymentItem.Kind.OVERPAYMENT, item, taken);
                left = left.minus(taken);
            }
        }
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    List<PaymentItem> items() {
        return items;
    }

    List<SettledSum> settles() {
        return settles;
    }

    List<OwedPart> owed() {
        return owed;
    }

    /** What is paid, by stream. */
    List<PaymentLine> lines() {
        return net.entrySet().stream()
                .filter(stream -> stream.getValue().isPositive())
                .map(stream -> new PaymentLine(stream.getKey(), Amount.of(stream.getValue())))
                .toList();
    }

    private void settle(PaymentItem.Kind kind, Owed.Item item, Money sum) {
        var amount = Amount.of(sum);
        add(new PaymentItem(kind, item.stream(), null, null, null, null, item.id(), amount));
        owed.add(new OwedPart(item.id(), amount));
    }

    private void add(EntitlementLine line) {
        add(new PaymentItem(
                kind(line.kind()),
                line.stream(),
                line.from(),
                line.to(),
                line.financialYear(),
                line.weekly(),
                null,
                line.amount()));
    }

    private void add(PaymentItem item) {
        items.add(item);
        net.merge(item.stream(), item.net(), Money::plus);
    }

    private static PaymentItem.Kind kind(EntitlementLine.Kind kind) {
        return switch (kind) {
            case RATE -> PaymentItem.Kind.RATE;
            case ONE_OFF -> PaymentItem.Kind.ONE_OFF;
            case CONTRIBUTION -> PaymentItem.Kind.CONTRIBUTION;
        };
    }
}
