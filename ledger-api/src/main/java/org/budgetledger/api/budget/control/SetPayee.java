package org.budgetledger.api.budget.control;

import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * Names the account that a deployment is paid to, by an opaque reference. It must then be verified by someone else before
 * money goes there (R15).
 */
public record SetPayee(
        CommandId commandId, BudgetId budgetId, @Nullable DeploymentId deployment, PersonRef payeeRef)
        implements ControlCommand {}
