package org.budgetledger.api.budget.control;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.Fact;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minted;
import org.jspecify.annotations.Nullable;

/**
 * Records the agreement that makes a deployment live. Refused {@code TRUST_TERMS_REQUIRED} when a trust's purpose,
 * accountability and trustees are missing, and {@code TOO_FEW_TRUSTEES} below the policy's minimum.
 *
 * @param effectiveOn the day it was signed
 * @param inForceFrom the first day it counts; the day it was signed when left out
 * @param lapsesOn the day it ends of itself; the day before is its last
 */
public record SignAgreement(
        CommandId commandId,
        BudgetId budgetId,
        @Minted ItemId agreementId,
        @Nullable DeploymentId deployment,
        @DefaultsToToday LocalDate effectiveOn,
        @Nullable LocalDate inForceFrom,
        @Nullable LocalDate lapsesOn,
        @Nullable TrustTerms trust,
        @Nullable ApprovalRule approvalRule)
        implements ControlCommand, Fact {
    public SignAgreement {
        var from = inForceFrom == null ? effectiveOn : inForceFrom;
        if (from.isBefore(effectiveOn)) {
            throw new IllegalArgumentException("inForceFrom must not be before the day of signing");
        }
        if (lapsesOn != null && !lapsesOn.isAfter(from)) {
            throw new IllegalArgumentException("lapsesOn must be after the first day in force");
        }
    }
}
