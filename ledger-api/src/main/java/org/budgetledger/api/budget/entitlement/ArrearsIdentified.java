package org.budgetledger.api.budget.entitlement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;

/** Less was released than is due: the difference is owed to the holder, and is paid with a release when someone chooses to. */
public record ArrearsIdentified(
        ItemId adjustmentId,
        DeploymentId deployment,
        FundingStream stream,
        AdjustmentCause cause,
        @JsonProperty("amountPence") Amount amount,
        List<AdjustmentLine> lines,
        LocalDate effectiveOn)
        implements AdjustmentEvent {
    public ArrearsIdentified {
        lines = List.copyOf(lines);
    }
}
