package org.budgetledger.service.budget.allocation;

import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.allocation.AllocationEvent;
import org.budgetledger.api.budget.allocation.AllocationNotified;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.allocation.Entitlement;
import org.budgetledger.api.budget.allocation.IndicativeAllocationCalculated;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** What has been allocated, and whether the person was told. */
public record Allocations(
        @Nullable AuthorityId authority,
        PMap<FundingStream, Amount> indicative,
        PSet<ItemId> ids,
        Entitlement entitlement,
        boolean notified) {
    public static final Allocations NONE =
            new Allocations(null, HashTreePMap.empty(), HashTreePSet.empty(), Entitlement.NONE, false);

    /** Whether the budget is open with this authority; to any other it does not exist (R31). */
    public boolean openWith(AuthorityId other) {
        return authority != null && authority.equals(other);
    }

    public Allocations evolve(AllocationEvent event) {
        return switch (event) {
            case BudgetOpened e -> new Allocations(e.authority(), indicative, ids, entitlement, notified);
            case IndicativeAllocationCalculated e ->
                new Allocations(
                        authority,
                        indicative.plus(e.stream(), e.indicativeWeekly()),
                        ids.plus(e.resultId()),
                        entitlement,
                        notified);
            case BudgetAllocated e ->
                new Allocations(authority, indicative, ids.plus(e.allocationId()), entitlement.with(e), notified);
            case AllocationNotified _ -> new Allocations(authority, indicative, ids, entitlement, true);
            case ContributionAssessed _ -> this;
        };
    }

    public Allocations endingOn(LocalDate lastDay) {
        return new Allocations(authority, indicative, ids, entitlement.endingOn(lastDay), notified);
    }

    public Allocations deployed(DeploymentsSet set) {
        return new Allocations(authority, indicative, ids, entitlement.with(set), notified);
    }
}
