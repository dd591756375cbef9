package org.budgetledger.projections.account;

import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.budget.statement.LineKind;
import org.jspecify.annotations.Nullable;

/**
 * A line of money in one account, before it is stored.
 *
 * @param amount as it counts in the balance: negative when it went out
 * @param spendId the spend it is about: its own id, or that of the spend refunded or reversed
 */
public record Line(
        LineKind kind,
        EntryId entryId,
        AccountKey account,
        Money amount,
        LocalDate effectiveOn,
        @Nullable EntryId reverses,
        @Nullable EntryId spendId,
        @Nullable SpendRecorded spend) {
    static Line of(
            LineKind kind, EntryId entryId, DeploymentId deployment, FundingStream stream, Amount sum, LocalDate on) {
        return new Line(
                kind, entryId, new AccountKey(deployment, stream), kind.signed(sum.money()), on, null, null, null);
    }

    Line about(@Nullable EntryId aboutSpend) {
        return new Line(kind, entryId, account, amount, effectiveOn, reverses, aboutSpend, spend);
    }

    Line with(SpendRecorded recorded) {
        return new Line(kind, entryId, account, amount, effectiveOn, reverses, recorded.spendId(), recorded);
    }

    /** The other way round: it takes back what an earlier line of its kind brought. */
    Line negated() {
        return new Line(kind, entryId, account, amount.negated(), effectiveOn, reverses, spendId, spend);
    }

    Line reversing(EntryId reversed) {
        return new Line(kind, entryId, account, amount, effectiveOn, reversed, spendId, spend);
    }
}
