package org.budgetledger.service.model;

import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.entitlement.Owed;

/** A sum that is owed one way or the other (R12), and what is left of it. */
final class ModelItem {
    final ItemId id;
    final Owed.Kind kind;
    final AccountKey account;
    final long identified;
    long outstanding;

    ModelItem(ItemId id, Owed.Kind kind, AccountKey account, long pence) {
        this.id = id;
        this.kind = kind;
        this.account = account;
        this.identified = pence;
        this.outstanding = pence;
    }
}
