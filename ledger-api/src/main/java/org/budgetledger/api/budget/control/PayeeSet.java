package org.budgetledger.api.budget.control;

import org.budgetledger.api.ActorId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.PersonRef;

/** The payee of a deployment, not verified yet. */
public record PayeeSet(DeploymentId deployment, PersonRef payeeRef, ActorId setBy) implements ControlEvent {}
