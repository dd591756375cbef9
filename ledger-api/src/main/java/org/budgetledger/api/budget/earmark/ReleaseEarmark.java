package org.budgetledger.api.budget.earmark;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * Frees what is set aside, or part of it. Refused {@code UNKNOWN_ITEM}, {@code ALREADY_DONE} when nothing is left of it, and
 * {@code EXCEEDS_EARMARK}.
 *
 * @param amount the part to free; all that is left when left out
 */
public record ReleaseEarmark(
        CommandId commandId,
        BudgetId budgetId,
        ItemId earmarkId,
        @JsonProperty("amountPence") @Nullable Amount amount,
        @Nullable FreeText reason,
        @DefaultsToToday LocalDate effectiveOn)
        implements EarmarkCommand {}
