package org.budgetledger.api.budget.scheme;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.PayCycle;

/** From {@code effectiveFrom} on the budget's periods are counted by another cycle. */
public record PayCycleChanged(PayCycle payCycle, LocalDate effectiveFrom, FreeText reason) implements SchemeEvent {}
