package org.budgetledger.api.budget.plan;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;

/**
 * Records that a support plan was agreed on a day by a route. Refused {@code ALLOCATION_NOT_NOTIFIED} before the person was
 * told the sum (R7) and {@code ALREADY_DONE} when there is a plan to revise.
 */
public record AgreePlan(
        CommandId commandId,
        BudgetId budgetId,
        SupportPlan plan,
        AgreementRoute route,
        @DefaultsToToday LocalDate effectiveOn)
        implements PlanCommand {}
