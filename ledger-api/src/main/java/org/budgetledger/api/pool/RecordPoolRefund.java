package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.Fact;
import org.budgetledger.api.Minted;
import org.budgetledger.api.PoolId;

/**
 * Records that money came back to the pool; it belongs to those who are members now (R19). Refused {@code UNKNOWN_ENTRY} when
 * there is no such spend and {@code REFUND_EXCEEDS_SPEND} when it is more than is left of it (R13).
 */
public record RecordPoolRefund(
        CommandId commandId,
        PoolId poolId,
        EntryId spendId,
        @Minted EntryId refundId,
        @JsonProperty("amountPence") Amount amount,
        Evidence evidence,
        @DefaultsToToday LocalDate effectiveOn)
        implements PoolCommand, Fact {}
