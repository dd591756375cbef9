package org.budgetledger.service.store;

import org.axonframework.commandhandling.CommandExecutionException;
import org.budgetledger.api.Refusal;

/** Carries a refusal out of a command handler; on Axon Server it crosses in the details. */
public class RefusedException extends CommandExecutionException {
    private static final long serialVersionUID = 1L;

    public RefusedException(Refusal refusal) {
        super(refusal.code(), null, refusal);
    }
}
