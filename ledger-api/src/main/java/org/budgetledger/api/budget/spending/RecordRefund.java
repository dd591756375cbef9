package org.budgetledger.api.budget.spending;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.Fact;
import org.budgetledger.api.Minted;

/**
 * Records that money came back for a spend. Up to what is left of the spend it is a refund; above that the whole of it is
 * held in suspense as an unexplained credit (R13). Refused {@code UNKNOWN_ENTRY} when there is no such spend.
 */
public record RecordRefund(
        CommandId commandId,
        BudgetId budgetId,
        EntryId spendId,
        @Minted EntryId refundId,
        @JsonProperty("amountPence") Amount amount,
        Evidence evidence,
        @DefaultsToToday LocalDate effectiveOn)
        implements SpendingCommand, Fact {}
