package org.budgetledger.api.budget.control;

import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * Confirms the payee that is set. Refused {@code NO_PAYEE} when none is, {@code SEGREGATION_OF_DUTIES} to the one who set it,
 * and {@code PAYEE_CHANGED} when it is not the one the verifier looked at.
 */
public record VerifyPayee(
        CommandId commandId, BudgetId budgetId, @Nullable DeploymentId deployment, PersonRef payeeRef)
        implements ControlCommand {}
