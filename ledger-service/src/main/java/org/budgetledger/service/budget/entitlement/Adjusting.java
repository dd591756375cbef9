package org.budgetledger.service.budget.entitlement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minting;
import org.budgetledger.api.Money;
import org.budgetledger.api.PayCalendar;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.ending.BudgetClosed;
import org.budgetledger.api.budget.ending.DeathRecorded;
import org.budgetledger.api.budget.entitlement.AdjustmentCause;
import org.budgetledger.api.budget.entitlement.AdjustmentEvent;
import org.budgetledger.api.budget.entitlement.AdjustmentLine;
import org.budgetledger.api.budget.entitlement.ArrearsIdentified;
import org.budgetledger.api.budget.entitlement.Due;
import org.budgetledger.api.budget.entitlement.Dues;
import org.budgetledger.api.budget.entitlement.OverpaymentIdentified;
import org.budgetledger.api.budget.entitlement.SettledSum;
import org.budgetledger.api.budget.entitlement.Settlement;
import org.budgetledger.api.budget.payment.PaymentFailed;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.suspension.PaymentsResumed;
import org.budgetledger.api.budget.suspension.PaymentsSuspended;
import org.budgetledger.api.budget.withdrawal.BudgetWithdrawn;
import org.budgetledger.service.deciding.Context;

/**
 * R16, for every command alike: where days that were settled come out differently, the difference is identified line by line,
 * so that what was released, with every adjustment, is always what is due.
 */
public final class Adjusting {
    private Adjusting() {}

    /**
     * The differences there are once a command's own events have happened.
     *
     * @param first the first of those events
     * @param dues as they are after them
     */
    public static List<AdjustmentEvent> after(BudgetEvent first, Dues dues, BudgetCommand command, Context context) {
        var more = new LinkedHashMap<AccountKey, List<AdjustmentLine>>();
        var less = new LinkedHashMap<AccountKey, List<AdjustmentLine>>();
        for (var span : touched(first, dues.settlement())) {
            var due = Due.to(span.deployment(), span.from(), span.to(), dues.book());
            for (var sum : differing(span, due)) {
                var difference = sum.amount().minus(span.settledLike(sum));
                if (!difference.isZero()) {
                    (difference.isPositive() ? more : less)
                            .computeIfAbsent(new AccountKey(span.deployment(), sum.stream()), _ -> new ArrayList<>())
                            .add(line(span, sum, difference, dues.book().calendar()));
                }
            }
        }
        var cause = cause(first);
        var events = new ArrayList<AdjustmentEvent>();
        more.forEach((account, lines) -> events.add(new ArrearsIdentified(
                id("arrears", account, command, context),
                account.deployment(),
                account.stream(),
                cause,
                total(lines),
                lines,
                context.today())));
        less.forEach((account, lines) -> events.add(new OverpaymentIdentified(
                id("overpayment", account, command, context),
                account.deployment(),
                account.stream(),
                cause,
                total(lines),
                lines,
                context.today())));
        return events;
    }

    /** A payment touches its own days only; what changes the book may touch any that were settled. */
    private static List<Settlement.Span> touched(BudgetEvent first, Settlement settlement) {
        return first instanceof PaymentReleased released
                ? settlement.spans().stream()
                        .filter(span -> span.paymentId().equals(released.paymentId()))
                        .toList()
                : settlement.spans();
    }

    /** Everything due of the span, on its own stream, and everything settled of it that is due no longer. */
    private static List<SettledSum> differing(Settlement.Span span, Due due) {
        var known = new LinkedHashMap<SettledSum, SettledSum>();
        due.sums().stream()
                .filter(sum -> sum.stream() == span.stream())
                .forEach(sum -> known.put(sum.ofNothing(), sum));
        span.settled()
                .forEach(sum ->
                        known.putIfAbsent(sum.ofNothing(), sum.plus(sum.amount().negated())));
        return List.copyOf(known.values());
    }

    private static AdjustmentLine line(Settlement.Span span, SettledSum due, Money difference, PayCalendar calendar) {
        return new AdjustmentLine(
                span.paymentId(),
                due.stream(),
                due.from(),
                due.to(),
                calendar.period(due.from()).name(),
                FinancialYear.of(due.from()),
                span.settledLike(due),
                due.amount(),
                Amount.ofPence(Math.abs(difference.pence())));
    }

    private static Amount total(List<AdjustmentLine> lines) {
        return Amount.of(lines.stream().map(line -> line.amount().money()).reduce(Money.ZERO, Money::plus));
    }

    private static ItemId id(String what, AccountKey account, BudgetCommand command, Context context) {
        return new ItemId(Minting.mint(context.actor().authority(), command.commandId(), what + " " + account));
    }

    private static AdjustmentCause cause(BudgetEvent first) {
        return switch (first) {
            case ContributionAssessed _ -> AdjustmentCause.CONTRIBUTION_ASSESSED;
            case DeploymentsSet _ -> AdjustmentCause.DEPLOYMENTS_CHANGED;
            case PaymentsSuspended _ -> AdjustmentCause.PAYMENTS_SUSPENDED;
            case PaymentsResumed _ -> AdjustmentCause.PAYMENTS_RESUMED;
            case BudgetWithdrawn _ -> AdjustmentCause.BUDGET_WITHDRAWN;
            case DeathRecorded _ -> AdjustmentCause.DEATH_RECORDED;
            case BudgetClosed _ -> AdjustmentCause.BUDGET_CLOSED;
            case PaymentReleased _ -> AdjustmentCause.RELEASED_DIFFERENTLY;
            case PaymentFailed _ -> AdjustmentCause.PAYMENT_FAILED;
            default -> AdjustmentCause.ALLOCATION_CHANGED; // what else changes the book is an allocation
        };
    }
}
