package org.budgetledger.service.budget.control;

import org.budgetledger.api.ActorId;
import org.budgetledger.api.PersonRef;

/** Where a deployment is paid to, who set it, and whether someone else has confirmed it. */
public record Payee(PersonRef payeeRef, ActorId setBy, boolean verified) {}
