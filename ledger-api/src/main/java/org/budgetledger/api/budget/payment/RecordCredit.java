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

/** Records money that came in unexplained: held in suspense, or in quarantine where it looks like a prohibited top-up. */
public record RecordCredit(
        CommandId commandId,
        BudgetId budgetId,
        @Minted EntryId creditId,
        @Nullable DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Amount amount,
        @Nullable CreditKind looksLike,
        Evidence evidence,
        @DefaultsToToday LocalDate effectiveOn)
        implements PaymentCommand, Fact {
    public RecordCredit {
        if (looksLike == CreditKind.RETURNED) {
            throw new IllegalArgumentException("looksLike must be CONTRIBUTION, REFUND, TOP_UP or INTEREST");
        }
    }
}
