package org.budgetledger.api.pool;

import java.time.LocalDate;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.PoolId;

/** Cancels an authorisation. Refused {@code UNKNOWN_ITEM}, or {@code ALREADY_DONE} when used, lapsed or cancelled. */
public record CancelPoolAuthorisation(
        CommandId commandId,
        PoolId poolId,
        ItemId authorisationId,
        FreeText reason,
        @DefaultsToToday LocalDate effectiveOn)
        implements PoolCommand {}
