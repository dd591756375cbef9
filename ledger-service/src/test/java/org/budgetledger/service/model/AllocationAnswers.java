package org.budgetledger.service.model;

import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.allocation.AllocateBudget;
import org.budgetledger.api.budget.allocation.AllocationCommand;
import org.budgetledger.api.budget.allocation.AllocationNotified;
import org.budgetledger.api.budget.allocation.AssessContribution;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.allocation.IndicativeAllocationCalculated;
import org.budgetledger.api.budget.allocation.NotifyAllocation;
import org.budgetledger.api.budget.allocation.OpenBudget;
import org.budgetledger.api.budget.allocation.RecordRasResult;
import org.budgetledger.api.budget.allocation.ReviseAllocation;

/** Being told the sum: R6, R7, R14, R16. */
final class AllocationAnswers {
    private AllocationAnswers() {}

    static void answer(AllocationCommand command, ModelBudget budget, Answer answer) {
        switch (command) {
            case OpenBudget _ -> answer.refuseIf(true, "ALREADY_OPEN");
            case RecordRasResult c -> {
                answer.refuseIf(
                        budget.all(RecordRasResult.class).stream()
                                .anyMatch(other -> other.resultId().equals(c.resultId())),
                        "ID_IN_USE");
                answer.happened(
                        budget.id,
                        new IndicativeAllocationCalculated(
                                c.resultId(),
                                c.stream(),
                                c.points(),
                                c.indicativeWeekly(),
                                c.rasVersion(),
                                c.effectiveOn()));
            }
            case AllocateBudget c -> allocate(c, budget, answer);
            case NotifyAllocation c -> {
                answer.refuseIf(budget.all(AllocateBudget.class).isEmpty(), "NOTHING_ALLOCATED");
                answer.happened(budget.id, new AllocationNotified(c.effectiveOn(), c.note()));
            }
            case AssessContribution c -> {
                answer.refuseIf(!ModelRules.MEANS_TESTED.contains(c.stream()), "CONTRIBUTION_NOT_ALLOWED");
                answer.happened(
                        budget.id,
                        new ContributionAssessed(
                                c.stream(), c.weekly(), c.effectiveFrom(), c.effectiveTo(), c.reason()));
            }
            case ReviseAllocation c -> RevisionAnswers.revise(c, budget, answer);
        }
    }

    private static void allocate(AllocateBudget c, ModelBudget budget, Answer answer) {
        var indicative = budget.all(RecordRasResult.class).stream()
                .filter(result -> result.stream() == c.stream())
                .reduce((_, later) -> later)
                .map(RecordRasResult::indicativeWeekly)
                .orElse(null);
        answer.refuseIf(
                c.weekly() != null && indicative != null && !indicative.equals(c.weekly()) && c.reason() == null,
                "REASON_REQUIRED");
        answer.refuseIf(named(budget, c.allocationId()), "ID_IN_USE");
        answer.refuseIf(
                c.weekly() != null && RevisionAnswers.rated(budget, c.stream(), c.effectiveFrom(), c.effectiveTo()),
                "ALLOCATION_OVERLAPS");
        answer.happened(
                budget.id,
                new BudgetAllocated(
                        c.allocationId(),
                        c.stream(),
                        c.weekly(),
                        c.oneOff(),
                        indicative,
                        c.effectiveFrom(),
                        c.effectiveTo(),
                        c.reason()));
    }

    /** Whether the id names a sum that was agreed or revised. */
    static boolean named(ModelBudget budget, ItemId allocation) {
        return budget.all(AllocateBudget.class).stream()
                        .anyMatch(each -> each.allocationId().equals(allocation))
                || budget.all(ReviseAllocation.class).stream()
                        .anyMatch(each -> each.allocationId().equals(allocation));
    }
}
