package org.budgetledger.api.budget.overview;

import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.control.DegreeOfControl;

/** A deployment that is in force. */
public record DeploymentView(DeploymentId deployment, DegreeOfControl degree, PersonRef holder, boolean notional) {}
