package org.budgetledger.api.budget.allocation;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** The person was told the sums allocated so far. */
public record AllocationNotified(
        LocalDate effectiveOn, @Nullable FreeText note) implements AllocationEvent {}
