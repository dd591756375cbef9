package org.budgetledger.api.budget.control;

import org.budgetledger.api.ActorId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.PersonRef;

/** The payee of a deployment was confirmed by someone other than who set it. */
public record PayeeVerified(DeploymentId deployment, PersonRef payeeRef, ActorId verifiedBy) implements ControlEvent {}
