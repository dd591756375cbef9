package org.budgetledger.api.budget.payment;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * Says what an unexplained credit was, once and whole.
 *
 * <p>Refused {@code UNKNOWN_ENTRY}, {@code ALREADY_DONE}, {@code REFUND_EXCEEDS_SPEND} (R13),
 * {@code CONTRIBUTION_NOT_ALLOWED} and {@code TOP_UP_PROHIBITED} (R14).
 *
 * @param spendId the spend it refunds; given with {@code REFUND} and only then
 */
public record ResolveCredit(
        CommandId commandId,
        BudgetId budgetId,
        EntryId creditId,
        CreditKind resolvedAs,
        @Nullable EntryId spendId,
        FreeText reason,
        @DefaultsToToday LocalDate effectiveOn)
        implements PaymentCommand {
    public ResolveCredit {
        if ((resolvedAs == CreditKind.REFUND) != (spendId != null)) {
            throw new IllegalArgumentException("spendId goes with REFUND, and REFUND with spendId");
        }
    }
}
