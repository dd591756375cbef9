package org.budgetledger.api.budget.spending;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;

/** A queried spend is disallowed: {@code amount}, what was left of it, is a debt. */
public record SpendDisallowed(
        EntryId spendId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        FreeText reason,
        LocalDate effectiveOn)
        implements SpendingEvent {}
