package org.budgetledger.api.budget.review;

import org.budgetledger.api.budget.BudgetEvent;

/** What came of a {@link ReviewCommand}. */
public sealed interface ReviewEvent extends BudgetEvent permits ReviewHeld, OutcomeAssessed, LearningShared {}
