package org.budgetledger.service.model;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.AccountKey;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a pool, in pence. */
sealed interface PoolStep {
    record Joined(BudgetId member, long weight) implements PoolStep {}

    record PutIn(EntryId entry, BudgetId member, AccountKey account, long pence) implements PoolStep {}

    record Authorised(ItemId item, long pence, @Nullable LocalDate lapsesOn) implements PoolStep {}

    record Cancelled(ItemId item) implements PoolStep {}

    record Spent(EntryId entry, long pence, @Nullable ItemId authorisation) implements PoolStep {}

    record Refunded(EntryId entry, EntryId spend, long pence) implements PoolStep {}

    record Left(BudgetId member) implements PoolStep {}

    record Closed(LocalDate on) implements PoolStep {}
}
