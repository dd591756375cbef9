package org.budgetledger.api.budget.withdrawal;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.Fact;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * Gives notice. Refused {@code STEPS_INCOMPLETE} out of order and {@code NOTICE_TOO_SHORT} when the last day comes before the
 * notice's window ends (R20).
 *
 * @param lastDay the last day of the budget; the last of the window when left out
 */
public record IssueWithdrawalNotice(
        CommandId commandId,
        BudgetId budgetId,
        FreeText reason,
        @Nullable LocalDate lastDay,
        @Nullable Urgency urgent,
        @DefaultsToToday LocalDate effectiveOn)
        implements WithdrawalCommand, Fact {}
