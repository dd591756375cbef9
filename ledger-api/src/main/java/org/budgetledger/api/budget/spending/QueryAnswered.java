package org.budgetledger.api.budget.spending;

import java.time.LocalDate;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;

/** A query was answered and waits to be resolved. */
public record QueryAnswered(EntryId spendId, FreeText answer, LocalDate effectiveOn) implements SpendingEvent {}
