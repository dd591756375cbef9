package org.budgetledger.service.model;

import java.time.LocalDate;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.AccountKey;
import org.jspecify.annotations.Nullable;

/** A notice that a debt is asked back, and what it still asks. */
final class ModelNotice {
    final ItemId id;
    final ItemId debt;
    final AccountKey account;
    final LocalDate dueOn;
    final long privately;
    long left;

    ModelNotice(ItemId id, ItemId debt, AccountKey account, LocalDate dueOn, long privately, long asked) {
        this.id = id;
        this.debt = debt;
        this.account = account;
        this.dueOn = dueOn;
        this.privately = privately;
        this.left = asked;
    }

    static @Nullable ModelNotice find(ModelBudget budget, @Nullable ItemId id) {
        for (var notice : budget.notices) {
            if (notice.id.equals(id)) {
                return notice;
            }
        }
        return null;
    }
}
