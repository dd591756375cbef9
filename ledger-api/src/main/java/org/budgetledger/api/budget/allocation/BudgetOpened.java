package org.budgetledger.api.budget.allocation;

import java.time.LocalDate;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.policy.PolicyPackId;
import org.jspecify.annotations.Nullable;

/**
 * A budget history began. The authority is the one that opened it, for ever (R31).
 *
 * @param policyPack the rules it is decided by; in events from before there were several none, which is the authority's
 * @param payCycle how its periods are counted; in events from before it could be chosen none, which is four-weekly
 */
public record BudgetOpened(
        BudgetId budgetId,
        AuthorityId authority,
        PersonRef personRef,
        @Nullable PolicyPackId policyPack,
        @Nullable PayCycle payCycle,
        LocalDate openedOn)
        implements AllocationEvent {}
