package org.budgetledger.api.budget.payment;

import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Minted;
import org.jspecify.annotations.Nullable;

/**
 * Releases money to a deployment's holder for one pay period, in advance.
 *
 * <p>Refused (R7, R15) {@code ALLOCATION_NOT_NOTIFIED}, {@code PLAN_NOT_AGREED}, {@code AGREEMENT_NOT_IN_FORCE} on the
 * period's first day, {@code PAYEE_NOT_VERIFIED}, {@code PAYMENTS_SUSPENDED} on the period's first day,
 * {@code SEGREGATION_OF_DUTIES} to whoever set the payee, {@code NOTIONAL_DEPLOYMENT} where no money is held and
 * {@code BUDGET_WITHDRAWN} for a period after the last day.
 *
 * @param periodFrom the first day that the payment is for
 * @param periodTo the last day that the payment is for
 */
public record ReleasePayment(
        CommandId commandId,
        BudgetId budgetId,
        @Minted EntryId paymentId,
        @Nullable DeploymentId deployment,
        LocalDate periodFrom,
        LocalDate periodTo,
        List<PaymentLine> lines,
        @DefaultsToToday LocalDate effectiveOn)
        implements PaymentCommand {
    /** A year's worth of days: no pay period is longer. */
    public static final int MAX_PERIOD_DAYS = 366;

    public ReleasePayment {
        lines = List.copyOf(lines);
        if (lines.isEmpty()
                || lines.stream().map(PaymentLine::stream).distinct().count() != lines.size()) {
            throw new IllegalArgumentException("lines must name at least one stream, each once");
        }
        if (periodTo.isBefore(periodFrom) || periodTo.isAfter(periodFrom.plusDays(MAX_PERIOD_DAYS - 1L))) {
            throw new IllegalArgumentException("periodTo must be from periodFrom to " + MAX_PERIOD_DAYS + " days on");
        }
    }
}
