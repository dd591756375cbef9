package org.budgetledger.service.budget.allocation;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import org.budgetledger.api.Money;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.allocation.AllocateBudget;
import org.budgetledger.api.budget.allocation.AllocationCommand;
import org.budgetledger.api.budget.allocation.AllocationEvent;
import org.budgetledger.api.budget.allocation.AllocationNotified;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.allocation.AssessContribution;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.allocation.IndicativeAllocationCalculated;
import org.budgetledger.api.budget.allocation.NotifyAllocation;
import org.budgetledger.api.budget.allocation.OpenBudget;
import org.budgetledger.api.budget.allocation.RecordRasResult;
import org.budgetledger.api.budget.allocation.ReviseAllocation;
import org.budgetledger.api.budget.entitlement.Entitlement;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.Policy;
import org.budgetledger.service.policy.PolicyPacks;

/** Being told the sum: R6, R7, R14, R16. */
public final class AllocationDecider {
    private AllocationDecider() {}

    public static Decision<AllocationEvent> decide(
            AllocationCommand command,
            Context context,
            Policy policy,
            PolicyPacks packs,
            Allocations allocations,
            Entitlement book) {
        return switch (command) {
            case OpenBudget c -> open(c, context, policy, packs, allocations);
            case RecordRasResult c -> recordRasResult(c, allocations);
            case AllocateBudget c -> allocate(c, allocations, book);
            case ReviseAllocation c -> revise(c, allocations, book);
            case NotifyAllocation c -> notify(c, book);
            case AssessContribution c -> assessContribution(c, policy);
        };
    }

    private static Decision<AllocationEvent> open(
            OpenBudget c, Context context, Policy policy, PolicyPacks packs, Allocations allocations) {
        if (allocations.authority() != null) {
            return refused(Refusal.alreadyOpen(c.budgetId()));
        }
        if (c.policyPack() != null && packs.byId(c.policyPack()).isEmpty()) {
            return refused(Refusal.policyPackNotFound(c.policyPack()));
        }
        return accepted(new BudgetOpened(
                c.budgetId(),
                context.actor().authority(),
                c.personRef(),
                policy.id(),
                c.payCycle() == null ? policy.payCycle() : c.payCycle(),
                c.openedOn()));
    }

    private static Decision<AllocationEvent> recordRasResult(RecordRasResult c, Allocations allocations) {
        return allocations.ids().contains(c.resultId())
                ? refused(Refusal.idInUse(c.resultId()))
                : accepted(new IndicativeAllocationCalculated(
                        c.resultId(), c.stream(), c.points(), c.indicativeWeekly(), c.rasVersion(), c.effectiveOn()));
    }

    private static Decision<AllocationEvent> allocate(AllocateBudget c, Allocations allocations, Entitlement book) {
        if (allocations.ids().contains(c.allocationId())) {
            return refused(Refusal.idInUse(c.allocationId()));
        }
        var indicative = allocations.indicative().get(c.stream());
        if (c.weekly() != null && indicative != null && !c.weekly().equals(indicative) && c.reason() == null) {
            return refused(Refusal.reasonRequired());
        }
        var overlap = book.firstDayRatedTwice(c.stream(), c.weekly(), c.effectiveFrom(), c.effectiveTo());
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

    /** R16: what is decided later holds on every day that it names; it must change something, and start from something. */
    private static Decision<AllocationEvent> revise(ReviseAllocation c, Allocations allocations, Entitlement book) {
        if (allocations.ids().contains(c.allocationId())) {
            return refused(Refusal.idInUse(c.allocationId()));
        }
        return c.weekly() == null ? reviseOneOff(c, book) : reviseRate(c, c.weekly(), book);
    }

    private static Decision<AllocationEvent> reviseRate(ReviseAllocation c, Money weekly, Entitlement book) {
        var was = book.rateOn(c.stream(), c.effectiveFrom());
        if (was.isEmpty()) {
            return refused(Refusal.nothingToRevise(
                    c.stream() + " has no weekly rate on " + c.effectiveFrom() + ": allocate one."));
        }
        return book.hasRateThroughout(c.stream(), weekly, c.effectiveFrom(), c.effectiveTo())
                ? refused(Refusal.nothingChanges())
                : accepted(revised(c, was.get().weekly()));
    }

    private static Decision<AllocationEvent> reviseOneOff(ReviseAllocation c, Entitlement book) {
        var was = book.oneOffs().stream()
                .filter(oneOff -> oneOff.id().equals(c.revises()) && oneOff.stream() == c.stream())
                .findFirst();
        if (was.isEmpty()) {
            return refused(
                    Refusal.nothingToRevise("There is no one-off sum " + c.revises() + " on " + c.stream() + "."));
        }
        return was.get().sum().equals(c.oneOff()) && was.get().on().equals(c.effectiveFrom())
                ? refused(Refusal.nothingChanges())
                : accepted(revised(c, was.get().sum()));
    }

    private static AllocationRevised revised(ReviseAllocation c, Money was) {
        return new AllocationRevised(
                c.allocationId(),
                c.stream(),
                c.weekly(),
                c.oneOff(),
                c.revises(),
                was,
                c.effectiveFrom(),
                c.effectiveTo(),
                c.reason(),
                c.upliftId());
    }

    /** R7: there must be a sum before someone is told it. */
    private static Decision<AllocationEvent> notify(NotifyAllocation c, Entitlement book) {
        return book.isEmpty()
                ? refused(Refusal.nothingAllocated())
                : accepted(new AllocationNotified(c.effectiveOn(), c.note()));
    }

    private static Decision<AllocationEvent> assessContribution(AssessContribution c, Policy policy) {
        return policy.meansTested().contains(c.stream())
                ? accepted(new ContributionAssessed(
                        c.stream(), c.weekly(), c.effectiveFrom(), c.effectiveTo(), c.reason()))
                : refused(Refusal.contributionNotAllowed(c.stream()));
    }
}
