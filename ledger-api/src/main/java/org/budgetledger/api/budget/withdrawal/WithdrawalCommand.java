package org.budgetledger.api.budget.withdrawal;

import org.budgetledger.api.budget.BudgetCommand;

/** The steps by which a budget may be withdrawn, in the order that fairness asks (R20). */
public sealed interface WithdrawalCommand extends BudgetCommand
        permits RaiseConcern,
                OfferSupport,
                IssueWarning,
                HoldWithdrawalReview,
                IssueWithdrawalNotice,
                ArrangeAlternative,
                WithdrawBudget {}
