package org.budgetledger.api.budget.entitlement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.payment.PaymentFailed;
import org.budgetledger.api.budget.payment.PaymentReleased;

/**
 * Which days have been settled, and by how much (R16): what was released for them and what was identified since as arrears
 * or as an overpayment. Each day of a deployment is in at most one span.
 */
public record Settlement(List<Span> spans) {
    public static final Settlement NONE = new Settlement(List.of());

    /**
     * The days that one payment was for, on one stream: funders may pay for the same days each on their own (R11).
     *
     * @param released what the payment settled of them; nothing once it failed
     * @param settled the same with every adjustment since
     */
    public record Span(
            EntryId paymentId,
            DeploymentId deployment,
            FundingStream stream,
            LocalDate from,
            LocalDate to,
            List<SettledSum> released,
            List<SettledSum> settled) {
        public Span {
            released = List.copyOf(released);
            settled = List.copyOf(settled);
        }

        @JsonIgnore
        public AccountKey account() {
            return new AccountKey(deployment, stream);
        }

        /** Whether its payment stands. */
        @JsonIgnore
        public boolean isPaid() {
            return !released.isEmpty();
        }

        /** What is settled of the same days and stream as another sum. */
        public Money settledLike(SettledSum sum) {
            return settled.stream()
                    .filter(sum::sameDaysAs)
                    .map(SettledSum::amount)
                    .reduce(Money.ZERO, Money::plus);
        }

        private Span adjusted(List<AdjustmentLine> lines, UnaryOperator<Money> sign) {
            var sums = settled;
            for (var line : lines) {
                if (line.paymentId().equals(paymentId) && line.stream() == stream) {
                    sums = plus(sums, line.sum(sign));
                }
            }
            return new Span(paymentId, deployment, stream, from, to, released, sums);
        }

        private Span unpaid() {
            var left = settled;
            for (var sum : released) {
                left = plus(
                        left,
                        new SettledSum(
                                sum.stream(),
                                sum.from(),
                                sum.to(),
                                sum.period(),
                                sum.amount().negated()));
            }
            return new Span(paymentId, deployment, stream, from, to, List.of(), left);
        }

        private static List<SettledSum> plus(List<SettledSum> sums, SettledSum more) {
            var all = new ArrayList<>(sums);
            for (var i = 0; i < all.size(); i++) {
                if (all.get(i).sameDaysAs(more)) {
                    all.set(i, all.get(i).plus(more.amount()));
                    return all;
                }
            }
            all.add(more);
            return all;
        }
    }

    public Settlement {
        spans = List.copyOf(spans);
    }

    /** The settlement of a budget with these events behind it. */
    public static Settlement of(Iterable<? extends BudgetEvent> events) {
        var settlement = NONE;
        for (var event : events) {
            settlement = settlement.evolve(event);
        }
        return settlement;
    }

    /** The settlement after an event; the same where the event settles nothing. */
    public Settlement evolve(BudgetEvent event) {
        return switch (event) {
            case PaymentReleased e -> released(e);
            case PaymentFailed e -> failed(e);
            case ArrearsIdentified e -> changing(span -> span.adjusted(e.lines(), UnaryOperator.identity()));
            case OverpaymentIdentified e -> changing(span -> span.adjusted(e.lines(), Money::negated));
            default -> this; // no other event settles anything: what may be due is the entitlement book's
        };
    }

    /** The span of an account that touches any day from {@code from} to {@code to}. */
    public Optional<Span> touching(AccountKey account, LocalDate from, LocalDate to) {
        return spans.stream()
                .filter(span -> span.account().equals(account)
                        && !span.from().isAfter(to)
                        && !span.to().isBefore(from))
                .findFirst();
    }

    /** The last day that was settled for any deployment. */
    public Optional<LocalDate> lastDay() {
        return spans.stream().map(Span::to).max(LocalDate::compareTo);
    }

    private Settlement released(PaymentReleased e) {
        if (e.periodFrom() == null || e.periodTo() == null) {
            return this;
        }
        var from = e.periodFrom();
        var to = e.periodTo();
        var all = new ArrayList<>(spans);
        e.settled().stream()
                .collect(Collectors.groupingBy(SettledSum::stream, TreeMap::new, Collectors.toList()))
                .forEach((stream, sums) ->
                        all.add(new Span(e.paymentId(), e.deployment(), stream, from, to, sums, sums)));
        return new Settlement(all);
    }

    /**
     * The days of a failed payment may be released again, unless their entitlement was adjusted since: then part of them is
     * settled, and the rest shows as arrears.
     */
    private Settlement failed(PaymentFailed e) {
        return new Settlement(spans.stream()
                .map(span -> span.paymentId().equals(e.paymentId()) ? span.unpaid() : span)
                .filter(span -> !span.paymentId().equals(e.paymentId())
                        || span.settled().stream().anyMatch(sum -> !sum.amount().isZero()))
                .toList());
    }

    private Settlement changing(UnaryOperator<Span> change) {
        return new Settlement(spans.stream().map(change).toList());
    }
}
