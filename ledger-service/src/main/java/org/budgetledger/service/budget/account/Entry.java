package org.budgetledger.service.budget.account;

import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.spending.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * One line of money and what has become of it.
 *
 * @param kind what it is; none for what was decided rather than recorded, which cannot be reversed
 * @param refunded for a spend, what came back
 * @param spendId for a refund, the spend it is of
 * @param explained it came in as an unexplained credit, and someone has said what it was
 * @param settled reversed, or for a credit resolved, or for a spend disallowed: nothing is left of it
 */
public record Entry(
        @Nullable EntryKind kind,
        AccountKey account,
        Amount amount,
        LocalDate effectiveOn,
        Money refunded,
        @Nullable EntryId spendId,
        boolean explained,
        boolean settled) {
    /** R13: what is left of a spend to refund or to disallow. */
    public Money left() {
        return settled ? Money.ZERO : amount.money().minus(refunded);
    }

    Entry refundedBy(Money more) {
        return new Entry(kind, account, amount, effectiveOn, refunded.plus(more), spendId, explained, settled);
    }

    Entry settledNow() {
        return new Entry(kind, account, amount, effectiveOn, refunded, spendId, explained, true);
    }

    Entry as(EntryKind resolved, @Nullable EntryId refundOf) {
        return new Entry(resolved, account, amount, effectiveOn, refunded, refundOf, true, false);
    }
}
