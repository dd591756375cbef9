package org.budgetledger.api.budget.review;

import java.util.List;
import org.budgetledger.api.budget.plan.OutcomeDomain;

/** The outcomes of the plan about one part of a life. */
public record DomainStanding(OutcomeDomain domain, List<OutcomeStanding> outcomes) {
    public DomainStanding {
        outcomes = List.copyOf(outcomes);
    }
}
