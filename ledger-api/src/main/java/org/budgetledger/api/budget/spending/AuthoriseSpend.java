package org.budgetledger.api.budget.spending;

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

/**
 * Sets money aside for a spend that is coming. Refused {@code INSUFFICIENT_FUNDS}, with the shortfall, above what is free
 * (R8); {@code BARRED_BY_MODE} (R10); {@code BUDGET_WITHDRAWN} after the last day.
 *
 * @param lapsesOn the day from which it no longer holds money; none when it stands until used or cancelled
 */
public record AuthoriseSpend(
        CommandId commandId,
        BudgetId budgetId,
        @Minted ItemId authorisationId,
        @Nullable DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        @DefaultsToToday LocalDate effectiveOn,
        @Nullable LocalDate lapsesOn,
        @Nullable Purchase purchase,
        @Nullable FreeText purpose)
        implements SpendingCommand {
    public AuthoriseSpend {
        if (lapsesOn != null && !lapsesOn.isAfter(effectiveOn)) {
            throw new IllegalArgumentException("lapsesOn must be after effectiveOn");
        }
    }
}
