package org.budgetledger.api.budget.withdrawal;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** The budget ends with {@code lastDay}; facts about later days are still accepted, and flagged. */
public record BudgetWithdrawn(
        FreeText reason,
        LocalDate lastDay,
        Alternative alternative,
        @Nullable Urgency urgent,
        LocalDate effectiveOn) implements WithdrawalEvent {}
