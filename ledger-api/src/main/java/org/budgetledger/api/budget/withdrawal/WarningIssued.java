package org.budgetledger.api.budget.withdrawal;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** A warning was given. */
public record WarningIssued(FreeText warning, @Nullable Urgency urgent, LocalDate effectiveOn)
        implements WithdrawalEvent {}
