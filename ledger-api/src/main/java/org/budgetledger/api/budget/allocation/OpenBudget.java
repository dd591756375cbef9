package org.budgetledger.api.budget.allocation;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.Minted;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.policy.PolicyPackId;
import org.jspecify.annotations.Nullable;

/**
 * Opens the budget history of one person with the caller's authority. Refused {@code ALREADY_OPEN} when the budget is open,
 * {@code POLICY_PACK_NOT_FOUND} where there is no such pack.
 *
 * @param policyPack the rules it is decided by; when left out, those of the authority
 * @param payCycle how often it is paid; when left out, as the policy pack says
 */
public record OpenBudget(
        CommandId commandId,
        @Minted BudgetId budgetId,
        PersonRef personRef,
        @Nullable PolicyPackId policyPack,
        @Nullable PayCycle payCycle,
        @DefaultsToToday LocalDate openedOn)
        implements AllocationCommand {}
