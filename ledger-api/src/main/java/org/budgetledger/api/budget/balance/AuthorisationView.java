package org.budgetledger.api.budget.balance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/** An authorisation that still holds money. */
public record AuthorisationView(
        ItemId authorisationId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Money amount,
        @Nullable FreeText purpose,
        LocalDate effectiveOn,
        @Nullable LocalDate lapsesOn) {}
