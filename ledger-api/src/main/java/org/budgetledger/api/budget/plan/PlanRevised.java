package org.budgetledger.api.budget.plan;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;

/** The plan from a day on. */
public record PlanRevised(SupportPlan plan, AgreementRoute route, FreeText reason, LocalDate effectiveOn)
        implements PlanEvent {}
