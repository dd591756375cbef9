package org.budgetledger.api.budget.entitlement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;

/** More was released than is due: the difference is a debt (R12), itemised by period and financial year. */
public record OverpaymentIdentified(
        ItemId adjustmentId,
        DeploymentId deployment,
        FundingStream stream,
        AdjustmentCause cause,
        @JsonProperty("amountPence") Amount amount,
        List<AdjustmentLine> lines,
        LocalDate effectiveOn)
        implements AdjustmentEvent {
    public OverpaymentIdentified {
        lines = List.copyOf(lines);
    }
}
