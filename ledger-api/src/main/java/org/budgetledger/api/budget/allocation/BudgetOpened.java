package org.budgetledger.api.budget.allocation;

import java.time.LocalDate;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.PersonRef;

/** A budget history began. The authority is the one that opened it, for ever (R31). */
public record BudgetOpened(BudgetId budgetId, AuthorityId authority, PersonRef personRef, LocalDate openedOn)
        implements AllocationEvent {}
