package org.budgetledger.projections.facts;

import java.time.Instant;
import org.budgetledger.api.budget.BudgetEvent;

/** Something that is known about a budget beside money, as its event said it. */
public record KnownFact(long version, Instant recordedAt, String actor, String role, BudgetEvent event) {}
