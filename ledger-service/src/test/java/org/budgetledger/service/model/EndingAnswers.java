package org.budgetledger.service.model;

import java.time.LocalDate;
import org.budgetledger.api.budget.ending.CloseBudget;
import org.budgetledger.api.budget.ending.DeathRecorded;
import org.budgetledger.api.budget.ending.EndingCommand;
import org.budgetledger.api.budget.ending.RecordDeath;

/** The end of a budget: R22, R28. */
final class EndingAnswers {
    private EndingAnswers() {}

    /** Nothing is decided for days after the last; where a budget ended twice, either end may be named. */
    static void refuseAfterEnd(LocalDate day, ModelBudget budget, Answer answer) {
        var book = budget.book();
        answer.refuseIf(book.withdrawn != null && day.isAfter(book.withdrawn), "BUDGET_WITHDRAWN");
        answer.refuseIf(book.died != null && day.isAfter(book.died), "BUDGET_ENDED");
        answer.refuseIf(book.closed != null && day.isAfter(book.closed), "BUDGET_ENDED");
    }

    static void answer(EndingCommand command, ModelBudget budget, Answer answer) {
        switch (command) {
            case RecordDeath c -> {
                var before = budget.last(RecordDeath.class);
                answer.refuseIf(before != null && before.diedOn().equals(c.diedOn()), "ALREADY_DONE");
                // §9: the day of death is payable.
                answer.happened(budget.id, new DeathRecorded(c.diedOn(), c.diedOn(), c.evidence(), c.effectiveOn()));
            }
            case CloseBudget c -> ClosingAnswers.close(c, budget, answer);
        }
    }
}
