package org.budgetledger.api.budget.control;

import java.time.LocalDate;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;

/** An agreement is no longer in force from {@code effectiveOn} on. */
public record AgreementLapsed(DeploymentId deployment, LocalDate effectiveOn, FreeText reason)
        implements ControlEvent {}
