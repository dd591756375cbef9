package org.budgetledger.service.budget.plan;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.plan.AgreePlan;
import org.budgetledger.api.budget.plan.PlanAgreed;
import org.budgetledger.api.budget.plan.PlanCommand;
import org.budgetledger.api.budget.plan.PlanEvent;
import org.budgetledger.api.budget.plan.PlanRevised;
import org.budgetledger.api.budget.plan.RevisePlan;
import org.budgetledger.service.budget.allocation.Allocations;
import org.budgetledger.service.deciding.Decision;

/** R7: no plan is agreed before the person was told the sum. */
public final class PlanDecider {
    private PlanDecider() {}

    public static Decision<PlanEvent> decide(PlanCommand command, Plan plan, Allocations allocations) {
        return switch (command) {
            case AgreePlan c when !allocations.notified() -> refused(Refusal.allocationNotNotified());
            case AgreePlan c when plan.agreed() -> refused(Refusal.alreadyDone("There is an agreed plan: revise it."));
            case AgreePlan c -> accepted(new PlanAgreed(c.plan(), c.route(), c.effectiveOn()));
            case RevisePlan c when !plan.agreed() -> refused(Refusal.planNotAgreed());
            case RevisePlan c -> accepted(new PlanRevised(c.plan(), c.route(), c.reason(), c.effectiveOn()));
        };
    }
}
