package org.budgetledger.api.budget.spending;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.jspecify.annotations.Nullable;

/** Money is set aside for a spend until it is used, lapses or is cancelled. */
public record SpendAuthorised(
        ItemId authorisationId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        LocalDate effectiveOn,
        @Nullable LocalDate lapsesOn,
        @Nullable Purchase purchase,
        @Nullable FreeText purpose)
        implements SpendingEvent {}
