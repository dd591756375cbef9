package org.budgetledger.api.budget.withdrawal;

import org.budgetledger.api.budget.BudgetEvent;

/** What came of a {@link WithdrawalCommand}. */
public sealed interface WithdrawalEvent extends BudgetEvent
        permits ConcernRaised,
                SupportOffered,
                WarningIssued,
                WithdrawalReviewHeld,
                WithdrawalNoticeIssued,
                AlternativeArranged,
                BudgetWithdrawn {}
