package org.budgetledger.api.budget.control;

import java.time.LocalDate;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.ItemId;
import org.jspecify.annotations.Nullable;

/** A deployment's agreement, in force from a day on. */
public record AgreementSigned(
        ItemId agreementId,
        DeploymentId deployment,
        LocalDate effectiveOn,
        LocalDate inForceFrom,
        @Nullable LocalDate lapsesOn,
        @Nullable TrustTerms trust,
        @Nullable ApprovalRule approvalRule)
        implements ControlEvent {}
