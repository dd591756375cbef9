package org.budgetledger.api.budget.spending;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;

/** The money set aside is free again. */
public record AuthorisationCancelled(ItemId authorisationId, FreeText reason, LocalDate effectiveOn)
        implements SpendingEvent {}
