package org.budgetledger.api.budget.plan;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.FreeText;

/** Replaces the plan. Refused {@code PLAN_NOT_AGREED} when there is none. */
public record RevisePlan(
        CommandId commandId,
        BudgetId budgetId,
        SupportPlan plan,
        AgreementRoute route,
        FreeText reason,
        @DefaultsToToday LocalDate effectiveOn)
        implements PlanCommand {}
