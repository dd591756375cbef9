package org.budgetledger.api.budget.suspension;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.FreeText;

/** Suspends payments from a day on. Refused {@code PAYMENTS_SUSPENDED} while they are, {@code OUT_OF_ORDER} before an
 * earlier resumption. */
public record SuspendPayments(
        CommandId commandId,
        BudgetId budgetId,
        FreeText reason,
        @DefaultsToToday LocalDate effectiveOn) implements SuspensionCommand {}
