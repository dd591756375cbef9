package org.budgetledger.api.budget.withdrawal;

import java.time.LocalDate;

/** What will take the budget's place. */
public record AlternativeArranged(Alternative alternative, LocalDate effectiveOn) implements WithdrawalEvent {}
