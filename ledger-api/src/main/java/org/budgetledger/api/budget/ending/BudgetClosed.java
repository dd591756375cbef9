package org.budgetledger.api.budget.ending;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;

/** The budget is closed: facts about it are still accepted, and put right; nothing new is decided. */
public record BudgetClosed(FreeText reason, LocalDate lastDay, LocalDate effectiveOn) implements EndingEvent {}
