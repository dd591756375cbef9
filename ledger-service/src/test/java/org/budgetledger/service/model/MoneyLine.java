package org.budgetledger.service.model;

import org.budgetledger.api.EntryId;
import org.budgetledger.api.budget.AccountKey;
import org.jspecify.annotations.Nullable;

/**
 * One line of the naive ledger.
 *
 * @param pence what it adds to the account; negative when it takes
 * @param about the entry that it rests on: the spend of a refund, the entry of a reversal, the credit of an explanation
 */
record MoneyLine(
        Kind kind,
        EntryId id,
        AccountKey account,
        long pence,
        @Nullable EntryId about) {
    enum Kind {
        PAYMENT,
        /** A payment that did not arrive is taken off. */
        FAILURE,
        RECOVERED,
        CONTRIBUTION_REFUND,
        CONTRIBUTION,
        TOP_UP,
        INTEREST,
        CREDIT,
        /** A credit was explained; the money stays, unless it was given back. */
        EXPLAINED,
        SPEND,
        REFUND,
        REVERSAL,
        MOVE,
        TRANSFER,
        INTO_POOL,
        OUT_OF_POOL
    }
}
