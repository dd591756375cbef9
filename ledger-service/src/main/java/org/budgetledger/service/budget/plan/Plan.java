package org.budgetledger.service.budget.plan;

import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.plan.Outcome;
import org.budgetledger.api.budget.plan.PlanAgreed;
import org.budgetledger.api.budget.plan.PlanEvent;
import org.budgetledger.api.budget.plan.PlanRevised;
import org.budgetledger.api.budget.plan.SupportPlan;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/** The outcomes of the plan that is agreed; none when there is no plan. */
public record Plan(boolean agreed, PSet<ItemId> outcomes) {
    public static final Plan NONE = new Plan(false, HashTreePSet.empty());

    public Plan evolve(PlanEvent event) {
        return switch (event) {
            case PlanAgreed e -> of(e.plan());
            case PlanRevised e -> of(e.plan());
        };
    }

    private static Plan of(SupportPlan plan) {
        return new Plan(
                true,
                HashTreePSet.from(
                        plan.outcomes().stream().map(Outcome::outcomeId).toList()));
    }
}
