package org.budgetledger.api.budget.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.Fact;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Minted;
import org.jspecify.annotations.Nullable;

/** Adds the person's own money on top. Refused {@code TOP_UP_PROHIBITED} on a stream that allows none (R14). */
public record RecordTopUp(
        CommandId commandId,
        BudgetId budgetId,
        @Minted EntryId topUpId,
        @Nullable DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        Evidence evidence,
        @DefaultsToToday LocalDate effectiveOn)
        implements PaymentCommand, Fact {}
