package org.budgetledger.api.budget.withdrawal;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** Notice was given. */
public record WithdrawalNoticeIssued(
        FreeText reason, LocalDate lastDay, @Nullable Urgency urgent, LocalDate effectiveOn)
        implements WithdrawalEvent {}
