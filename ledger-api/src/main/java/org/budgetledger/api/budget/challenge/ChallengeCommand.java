package org.budgetledger.api.budget.challenge;

import org.budgetledger.api.budget.BudgetCommand;

/** Disagreeing with a decision, and being answered. */
public sealed interface ChallengeCommand extends BudgetCommand permits ChallengeDecision, AnswerChallenge {}
