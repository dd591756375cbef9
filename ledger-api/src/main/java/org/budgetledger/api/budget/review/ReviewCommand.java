package org.budgetledger.api.budget.review;

import org.budgetledger.api.budget.BudgetCommand;

/** Step 7: is the person okay, what was learned, what should change. */
public sealed interface ReviewCommand extends BudgetCommand permits HoldReview, AssessOutcome, ShareLearning {}
