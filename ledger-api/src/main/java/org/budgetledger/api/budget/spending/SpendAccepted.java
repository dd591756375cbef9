package org.budgetledger.api.budget.spending;

import java.time.LocalDate;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;

/** A queried spend stands. */
public record SpendAccepted(EntryId spendId, FreeText reason, LocalDate effectiveOn) implements SpendingEvent {}
