package org.budgetledger.api.budget.control;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** Ends an agreement from a day on. Refused {@code AGREEMENT_NOT_IN_FORCE} when there is none. */
public record LapseAgreement(
        CommandId commandId,
        BudgetId budgetId,
        @Nullable DeploymentId deployment,
        @DefaultsToToday LocalDate effectiveOn,
        FreeText reason)
        implements ControlCommand {}
