package org.budgetledger.api.budget.challenge;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;

/** A decision is disputed until it is answered. */
public record DecisionChallenged(
        ItemId challengeId, ChallengedDecision decision, FreeText grounds, LocalDate effectiveOn)
        implements ChallengeEvent {}
