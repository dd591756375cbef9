package org.budgetledger.api.budget.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.FundingStream;

/** The person's own money came in: counted apart, never recovered (R14). */
public record TopUpReceived(
        EntryId topUpId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        Evidence evidence,
        LocalDate effectiveOn)
        implements PaymentEvent {}
