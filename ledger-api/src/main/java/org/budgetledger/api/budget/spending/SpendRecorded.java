package org.budgetledger.api.budget.spending;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.Reference;
import org.jspecify.annotations.Nullable;

/** Money was used. */
public record SpendRecorded(
        EntryId spendId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        Evidence evidence,
        LocalDate effectiveOn,
        LocalDate serviceFrom,
        LocalDate serviceTo,
        @Nullable ItemId authorisationId,
        @Nullable ItemId outcomeId,
        @Nullable Reference category,
        @Nullable FreeText description,
        List<PersonRef> approvers,
        @Nullable Purchase purchase,
        @Nullable FreeText illegal,
        List<SpendFlag> flags)
        implements SpendingEvent {
    public SpendRecorded {
        approvers = List.copyOf(approvers);
        flags = List.copyOf(flags);
    }
}
