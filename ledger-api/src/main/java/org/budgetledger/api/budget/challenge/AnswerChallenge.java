package org.budgetledger.api.budget.challenge;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;

/** Answers a challenge, once. Refused {@code UNKNOWN_ITEM} when there is none, {@code ALREADY_DONE} when it is answered. */
public record AnswerChallenge(
        CommandId commandId,
        BudgetId budgetId,
        ItemId challengeId,
        ChallengeOutcome outcome,
        FreeText answer,
        @DefaultsToToday LocalDate effectiveOn)
        implements ChallengeCommand {}
