package org.budgetledger.api.budget.review;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.challenge.ChallengedDecision;

/** A decision that the person disagrees with and that has not been looked at again yet. */
public record OpenChallenge(
        ItemId challengeId, ChallengedDecision decision, FreeText grounds, LocalDate effectiveOn, long ageDays) {}
