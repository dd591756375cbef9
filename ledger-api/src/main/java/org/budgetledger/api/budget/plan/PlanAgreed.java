package org.budgetledger.api.budget.plan;

import java.time.LocalDate;

/** A support plan was agreed. */
public record PlanAgreed(SupportPlan plan, AgreementRoute route, LocalDate effectiveOn) implements PlanEvent {}
