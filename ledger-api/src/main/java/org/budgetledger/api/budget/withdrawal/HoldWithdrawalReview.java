package org.budgetledger.api.budget.withdrawal;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.Fact;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** Records the review that comes before notice. Refused {@code STEPS_INCOMPLETE} out of order (R20). */
public record HoldWithdrawalReview(
        CommandId commandId,
        BudgetId budgetId,
        FreeText findings,
        @Nullable Urgency urgent,
        @DefaultsToToday LocalDate effectiveOn)
        implements WithdrawalCommand, Fact {}
