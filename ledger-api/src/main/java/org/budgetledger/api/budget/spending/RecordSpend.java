package org.budgetledger.api.budget.spending;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.Fact;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minted;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.Reference;
import org.budgetledger.api.budget.control.TrustTerms;
import org.jspecify.annotations.Nullable;

/**
 * Records money that was used. With evidence it is always accepted, and flagged where a rule asks for a look (R9). Refused
 * only when it is dated in the future (R4) or names a deployment or authorisation that is not there.
 *
 * @param serviceFrom the first day it was for; {@code effectiveOn} when left out
 * @param serviceTo the last day it was for; {@code serviceFrom} when left out
 * @param authorisationId the authorisation it uses up
 * @param approvers who approved it, where the agreement asks for several
 * @param illegal why a person judges it illegal
 */
public record RecordSpend(
        CommandId commandId,
        BudgetId budgetId,
        @Minted EntryId spendId,
        @Nullable DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        Evidence evidence,
        @DefaultsToToday LocalDate effectiveOn,
        @Nullable LocalDate serviceFrom,
        @Nullable LocalDate serviceTo,
        @Nullable ItemId authorisationId,
        @Nullable ItemId outcomeId,
        @Nullable Reference category,
        @Nullable FreeText description,
        @Nullable List<PersonRef> approvers,
        @Nullable Purchase purchase,
        @Nullable FreeText illegal)
        implements SpendingCommand, Fact {
    public RecordSpend {
        serviceFrom = serviceFrom == null ? effectiveOn : serviceFrom;
        serviceTo = serviceTo == null ? serviceFrom : serviceTo;
        if (serviceTo.isBefore(serviceFrom)) {
            throw new IllegalArgumentException("serviceTo must not be before serviceFrom");
        }
        approvers = approvers == null ? List.of() : List.copyOf(approvers);
        if (Set.copyOf(approvers).size() != approvers.size() || approvers.size() > TrustTerms.MAX_TRUSTEES) {
            throw new IllegalArgumentException("approvers must each be named once, at most " + TrustTerms.MAX_TRUSTEES);
        }
    }
}
