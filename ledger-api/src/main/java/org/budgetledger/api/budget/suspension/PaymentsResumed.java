package org.budgetledger.api.budget.suspension;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;

/** The day before {@code effectiveOn} was the last of the suspension. */
public record PaymentsResumed(FreeText reason, LocalDate effectiveOn) implements SuspensionEvent {}
