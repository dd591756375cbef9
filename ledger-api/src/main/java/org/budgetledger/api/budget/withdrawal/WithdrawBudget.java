package org.budgetledger.api.budget.withdrawal;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * Withdraws the budget, from the day after the notice's last day on. Refused {@code STEPS_INCOMPLETE} naming the missing steps or the
 * first day (R20),
 * {@code ALTERNATIVE_NOT_ARRANGED} (R21) and {@code SEGREGATION_OF_DUTIES} to whoever raised the concern (R29).
 */
public record WithdrawBudget(
        CommandId commandId,
        BudgetId budgetId,
        FreeText reason,
        @Nullable Urgency urgent,
        @DefaultsToToday LocalDate effectiveOn)
        implements WithdrawalCommand {}
