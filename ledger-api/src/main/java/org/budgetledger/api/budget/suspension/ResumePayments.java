package org.budgetledger.api.budget.suspension;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.FreeText;

/** Resumes payments from a day on. Refused {@code NOT_SUSPENDED}, and {@code OUT_OF_ORDER} before the suspension began. */
public record ResumePayments(
        CommandId commandId,
        BudgetId budgetId,
        FreeText reason,
        @DefaultsToToday LocalDate effectiveOn) implements SuspensionCommand {}
