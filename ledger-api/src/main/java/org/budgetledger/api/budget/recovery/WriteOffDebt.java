package org.budgetledger.api.budget.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * Gives up a debt, or arrears of contributions. Refused {@code SEGREGATION_OF_DUTIES} to whoever asked for it,
 * {@code WRITE_OFF_LIMIT} above the policy's limit, {@code EXCEEDS_DEBT} above what is outstanding and {@code UNKNOWN_ITEM} where
 * there is no such debt (R23).
 *
 * @param amount how much of it; when left out, all that is outstanding
 * @param requestedBy who asked for it
 */
public record WriteOffDebt(
        CommandId commandId,
        BudgetId budgetId,
        ItemId debtId,
        @JsonProperty("amountPence") @Nullable Amount amount,
        ActorId requestedBy,
        FreeText reason,
        @DefaultsToToday LocalDate effectiveOn)
        implements RecoveryCommand {}
