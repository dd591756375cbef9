package org.budgetledger.service.model;

import org.budgetledger.api.LedgerCommand;
import org.budgetledger.service.deciding.Context;

/** A command of a history, who sent it and when it was recorded. */
record Step(LedgerCommand command, Context context) {
    @Override
    public String toString() {
        return context.recordedAt() + " " + context.actor().id() + "@"
                + context.actor().authority() + " " + command;
    }
}
