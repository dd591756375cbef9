package org.budgetledger.api.budget.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minted;
import org.jspecify.annotations.Nullable;

/**
 * Releases money to a deployment's holder for one pay period, in advance; or, with no period, arrears only.
 *
 * <p>Refused (R7, R15) {@code ALLOCATION_NOT_NOTIFIED}, {@code PLAN_NOT_AGREED}, {@code AGREEMENT_NOT_IN_FORCE} on the
 * period's first day, {@code PAYEE_NOT_VERIFIED}, {@code PAYMENTS_SUSPENDED} on the period's first day,
 * {@code SEGREGATION_OF_DUTIES} to whoever set the payee, {@code NOTIONAL_DEPLOYMENT} where no money is held,
 * {@code BUDGET_WITHDRAWN} or {@code BUDGET_ENDED} for a period after the last day, {@code ALREADY_SETTLED} where any of its
 * days has been released before (R16) and {@code NOTHING_DUE} where there is nothing to pay or to settle.
 *
 * @param periodFrom the first day that the payment is for; none to pay arrears only
 * @param periodTo the last day that the payment is for
 * @param lines what to pay, by stream; when left out, what is due. Another sum than is due is taken as it is given, and its
 *     difference is identified at once as arrears or an overpayment (R16)
 * @param withArrears whether what is owed to the holder is paid with it
 * @param lessOverpaymentsUpTo how much of what the holder was overpaid is taken off, at most; nothing when left out
 * @param payRunId the pay run that it belongs to
 */
public record ReleasePayment(
        CommandId commandId,
        BudgetId budgetId,
        @Minted EntryId paymentId,
        @Nullable DeploymentId deployment,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        @Nullable List<PaymentLine> lines,
        @Nullable Boolean withArrears,
        @JsonProperty("lessOverpaymentsUpToPence") @Nullable Amount lessOverpaymentsUpTo,
        @Nullable ItemId payRunId,
        @DefaultsToToday LocalDate effectiveOn)
        implements PaymentCommand {
    /** A year's worth of days: no pay period is longer. */
    public static final int MAX_PERIOD_DAYS = 366;

    public ReleasePayment {
        lines = lines == null ? null : List.copyOf(lines);
        if (lines != null
                && (lines.isEmpty()
                        || lines.stream().map(PaymentLine::stream).distinct().count() != lines.size())) {
            throw new IllegalArgumentException("lines must name at least one stream, each once");
        }
        if ((periodFrom == null) != (periodTo == null)) {
            throw new IllegalArgumentException("periodFrom goes with periodTo");
        }
        if (periodFrom == null && (lines != null || !Boolean.TRUE.equals(withArrears))) {
            throw new IllegalArgumentException("periodFrom may be left out only to pay arrears, with withArrears");
        }
        if (periodFrom != null
                && periodTo != null
                && (periodTo.isBefore(periodFrom) || periodTo.isAfter(periodFrom.plusDays(MAX_PERIOD_DAYS - 1L)))) {
            throw new IllegalArgumentException("periodTo must be from periodFrom to " + MAX_PERIOD_DAYS + " days on");
        }
    }
}
