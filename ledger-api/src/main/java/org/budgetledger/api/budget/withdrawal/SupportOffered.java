package org.budgetledger.api.budget.withdrawal;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** Support was offered. */
public record SupportOffered(FreeText support, @Nullable Urgency urgent, LocalDate effectiveOn)
        implements WithdrawalEvent {}
