package org.budgetledger.api.budget.earmark;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minted;
import org.jspecify.annotations.Nullable;

/** Sets money aside. Refused {@code INSUFFICIENT_FUNDS} above what is free (R11). */
public record SetEarmark(
        CommandId commandId,
        BudgetId budgetId,
        @Minted ItemId earmarkId,
        @Nullable DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        EarmarkPurpose purpose,
        @Nullable FreeText description,
        @DefaultsToToday LocalDate effectiveOn)
        implements EarmarkCommand {}
