package org.budgetledger.service.model;

import org.budgetledger.api.Actor;
import org.budgetledger.api.budget.recovery.RecoveryCommand;

final class RecoveryAnswers {
    static void answer(RecoveryCommand command, Actor actor, ModelBudget budget, Answer answer) {}
}
