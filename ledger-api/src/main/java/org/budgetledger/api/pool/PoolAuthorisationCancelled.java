package org.budgetledger.api.pool;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;

/** The pool's money that was set aside is free again. */
public record PoolAuthorisationCancelled(ItemId authorisationId, FreeText reason, LocalDate effectiveOn)
        implements PoolEvent {}
