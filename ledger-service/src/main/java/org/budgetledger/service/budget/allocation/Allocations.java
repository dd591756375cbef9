package org.budgetledger.service.budget.allocation;

import org.budgetledger.api.Amount;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.allocation.AllocationEvent;
import org.budgetledger.api.budget.allocation.AllocationNotified;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.allocation.IndicativeAllocationCalculated;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** Whose budget it is, what was indicated, and whether the person was told; what is due is the entitlement book's. */
public record Allocations(
        @Nullable AuthorityId authority, PMap<FundingStream, Amount> indicative, PSet<ItemId> ids, boolean notified) {
    public static final Allocations NONE = new Allocations(null, HashTreePMap.empty(), HashTreePSet.empty(), false);

    /** Whether the budget is open with this authority; to any other it does not exist (R31). */
    public boolean openWith(AuthorityId other) {
        return authority != null && authority.equals(other);
    }

    public Allocations evolve(AllocationEvent event) {
        return switch (event) {
            case BudgetOpened e -> new Allocations(e.authority(), indicative, ids, notified);
            case IndicativeAllocationCalculated e ->
                new Allocations(
                        authority, indicative.plus(e.stream(), e.indicativeWeekly()), ids.plus(e.resultId()), notified);
            case BudgetAllocated e -> new Allocations(authority, indicative, ids.plus(e.allocationId()), notified);
            case AllocationRevised e -> new Allocations(authority, indicative, ids.plus(e.allocationId()), notified);
            case AllocationNotified _ -> new Allocations(authority, indicative, ids, true);
            case ContributionAssessed _ -> this;
        };
    }
}
