package org.budgetledger.api.budget.challenge;

import org.budgetledger.api.budget.BudgetEvent;

/** What came of a {@link ChallengeCommand}. */
public sealed interface ChallengeEvent extends BudgetEvent permits DecisionChallenged, ChallengeAnswered {}
