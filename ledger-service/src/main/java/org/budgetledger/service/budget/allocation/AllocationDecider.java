package org.budgetledger.service.budget.allocation;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.allocation.AllocateBudget;
import org.budgetledger.api.budget.allocation.AllocationCommand;
import org.budgetledger.api.budget.allocation.AllocationEvent;
import org.budgetledger.api.budget.allocation.AllocationNotified;
import org.budgetledger.api.budget.allocation.AssessContribution;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.allocation.IndicativeAllocationCalculated;
import org.budgetledger.api.budget.allocation.NotifyAllocation;
import org.budgetledger.api.budget.allocation.OpenBudget;
import org.budgetledger.api.budget.allocation.RecordRasResult;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.Policy;

/** Being told the sum: R6, R7, R14, R16. */
public final class AllocationDecider {
    private AllocationDecider() {}

    public static Decision<AllocationEvent> decide(
            AllocationCommand command, Context context, Policy policy, Allocations allocations) {
        return switch (command) {
            case OpenBudget c -> open(c, context, allocations);
            case RecordRasResult c -> recordRasResult(c, allocations);
            case AllocateBudget c -> allocate(c, allocations);
            case NotifyAllocation c -> notify(c, allocations);
            case AssessContribution c -> assessContribution(c, policy);
        };
    }

    private static Decision<AllocationEvent> open(OpenBudget c, Context context, Allocations allocations) {
        return allocations.authority() != null
                ? refused(Refusal.alreadyOpen(c.budgetId()))
                : accepted(new BudgetOpened(c.budgetId(), context.actor().authority(), c.personRef(), c.openedOn()));
    }

    private static Decision<AllocationEvent> recordRasResult(RecordRasResult c, Allocations allocations) {
        return allocations.ids().contains(c.resultId())
                ? refused(Refusal.idInUse(c.resultId()))
                : accepted(new IndicativeAllocationCalculated(
                        c.resultId(), c.stream(), c.points(), c.indicativeWeekly(), c.rasVersion(), c.effectiveOn()));
    }

    private static Decision<AllocationEvent> allocate(AllocateBudget c, Allocations allocations) {
        if (allocations.ids().contains(c.allocationId())) {
            return refused(Refusal.idInUse(c.allocationId()));
        }
        var indicative = allocations.indicative().get(c.stream());
        if (c.weekly() != null && indicative != null && !c.weekly().equals(indicative) && c.reason() == null) {
            return refused(Refusal.reasonRequired());
        }
        var overlap = allocations
                .entitlement()
                .firstDayRatedTwice(c.stream(), c.weekly(), c.effectiveFrom(), c.effectiveTo());
        return overlap.isPresent()
                ? refused(Refusal.allocationOverlaps(overlap.get()))
                : accepted(new BudgetAllocated(
                        c.allocationId(),
                        c.stream(),
                        c.weekly(),
                        c.oneOff(),
                        indicative,
                        c.effectiveFrom(),
                        c.effectiveTo(),
                        c.reason()));
    }

    /** R7: there must be a sum before someone is told it. */
    private static Decision<AllocationEvent> notify(NotifyAllocation c, Allocations allocations) {
        return allocations.entitlement().allocations().isEmpty()
                ? refused(Refusal.nothingAllocated())
                : accepted(new AllocationNotified(c.effectiveOn(), c.note()));
    }

    private static Decision<AllocationEvent> assessContribution(AssessContribution c, Policy policy) {
        return policy.meansTested().contains(c.stream())
                ? accepted(new ContributionAssessed(c.stream(), c.weekly(), c.effectiveFrom(), c.reason()))
                : refused(Refusal.contributionNotAllowed(c.stream()));
    }
}
