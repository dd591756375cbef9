package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.Fact;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minted;
import org.budgetledger.api.PoolId;
import org.jspecify.annotations.Nullable;

/** Records that the pool's money was used: always accepted, and flagged where a rule asks for a look (R9). */
public record RecordPoolSpend(
        CommandId commandId,
        PoolId poolId,
        @Minted EntryId spendId,
        @JsonProperty("amountPence") Amount amount,
        Evidence evidence,
        @Nullable ItemId authorisationId,
        @Nullable FreeText description,
        @DefaultsToToday LocalDate effectiveOn)
        implements PoolCommand, Fact {}
