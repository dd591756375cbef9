package org.budgetledger.api.budget.challenge;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;

/** A challenge was answered. */
public record ChallengeAnswered(ItemId challengeId, ChallengeOutcome outcome, FreeText answer, LocalDate effectiveOn)
        implements ChallengeEvent {}
