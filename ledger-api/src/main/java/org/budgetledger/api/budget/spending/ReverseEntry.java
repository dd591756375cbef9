package org.budgetledger.api.budget.spending;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.Minted;

/**
 * Reverses one recorded fact, in full, once (R3); a corrected entry is then recorded anew. A credit that was explained is
 * reversed as what it turned out to be.
 *
 * <p>Refused {@code UNKNOWN_ENTRY}, {@code ALREADY_DONE} when it was reversed, given back or disallowed, and
 * {@code NOT_REVERSIBLE} for what is itself a reversal, was decided rather than recorded, or has refunds resting on it.
 */
public record ReverseEntry(
        CommandId commandId,
        BudgetId budgetId,
        EntryId entryId,
        @Minted EntryId reversalId,
        FreeText reason,
        @DefaultsToToday LocalDate effectiveOn)
        implements SpendingCommand {}
