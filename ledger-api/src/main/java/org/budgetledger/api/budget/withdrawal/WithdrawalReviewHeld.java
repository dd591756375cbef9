package org.budgetledger.api.budget.withdrawal;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** The review before withdrawal was held. */
public record WithdrawalReviewHeld(
        FreeText findings, @Nullable Urgency urgent, LocalDate effectiveOn) implements WithdrawalEvent {}
