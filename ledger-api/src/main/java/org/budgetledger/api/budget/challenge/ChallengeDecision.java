package org.budgetledger.api.budget.challenge;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.Fact;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minted;

/** The person, or someone for them, disagrees with a decision. Always accepted. */
public record ChallengeDecision(
        CommandId commandId,
        BudgetId budgetId,
        @Minted ItemId challengeId,
        ChallengedDecision decision,
        FreeText grounds,
        @DefaultsToToday LocalDate effectiveOn)
        implements ChallengeCommand, Fact {}
