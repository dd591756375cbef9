package org.budgetledger.api.budget.withdrawal;

import java.time.LocalDate;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** A concern was raised, by whom. */
public record ConcernRaised(
        FreeText concern, ActorId raisedBy, @Nullable Urgency urgent, LocalDate effectiveOn)
        implements WithdrawalEvent {}
