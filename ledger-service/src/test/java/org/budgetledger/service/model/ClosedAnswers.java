package org.budgetledger.service.model;

import org.budgetledger.api.Fact;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.budget.challenge.ChallengeCommand;
import org.budgetledger.api.budget.ending.CloseBudget;
import org.budgetledger.api.budget.payment.ResolveCredit;
import org.budgetledger.api.budget.spending.AnswerQuery;
import org.budgetledger.api.budget.spending.QuerySpend;
import org.budgetledger.api.budget.spending.ResolveQuery;
import org.budgetledger.api.budget.spending.ReverseEntry;

/** What is closed still takes facts, and they are put right; nothing new is decided. */
final class ClosedAnswers {
    private ClosedAnswers() {}

    static boolean decidesAnew(BudgetCommand command, ModelBudget budget) {
        return budget.last(CloseBudget.class) != null
                && !(command instanceof Fact
                        || command instanceof ChallengeCommand
                        || command instanceof ResolveCredit
                        || command instanceof AnswerQuery
                        || command instanceof QuerySpend
                        || command instanceof ResolveQuery
                        || command instanceof ReverseEntry);
    }
}
