package org.budgetledger.api.budget.statement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.Reference;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.jspecify.annotations.Nullable;

/**
 * One entry, or what came due on an account that holds no money: that is no entry, so it has no id and no version.
 *
 * @param version the version of the entry's event
 * @param entryId the entry; a payment, a move or an explained credit has several lines of one entry
 * @param amount as it counts in the balance: negative when it went out
 * @param dueFrom the first of the days that it came due for, up to and including its date
 * @param reversed it was reversed later and no longer counts
 * @param reverses the entry that this one reverses
 * @param refundOf the spend that this is a refund of
 * @param description what was bought, in the words of whoever recorded it
 * @param runningBalance the opening balance and the lines up to and including this one
 */
public record StatementLine(
        @Nullable Long version,
        @Nullable EntryId entryId,
        LineKind kind,
        @JsonProperty("amountPence") Money amount,
        DeploymentId deployment,
        FundingStream stream,
        LocalDate effectiveOn,
        @Nullable Instant recordedAt,
        @Nullable LocalDate dueFrom,
        List<SpendFlag> flags,
        boolean reversed,
        @Nullable EntryId reverses,
        @Nullable EntryId refundOf,
        @Nullable ItemId outcomeId,
        @Nullable Reference category,
        @Nullable FreeText description,
        @JsonProperty("runningBalancePence") Money runningBalance) {
    public StatementLine {
        flags = List.copyOf(flags);
    }
}
