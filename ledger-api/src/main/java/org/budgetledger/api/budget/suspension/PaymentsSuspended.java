package org.budgetledger.api.budget.suspension;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;

/** From {@code effectiveOn} on no payment is released for a period that starts then. */
public record PaymentsSuspended(FreeText reason, LocalDate effectiveOn) implements SuspensionEvent {}
