package org.budgetledger.api.budget.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.jspecify.annotations.Nullable;

/** A credit was explained, or given back. */
public record CreditResolved(
        EntryId creditId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        CreditKind resolvedAs,
        @Nullable EntryId spendId,
        FreeText reason,
        LocalDate effectiveOn)
        implements PaymentEvent {}
