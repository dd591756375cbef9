package org.budgetledger.api.period;

import java.time.LocalDate;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BooksId;
import org.budgetledger.api.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A pay period was closed; its pack never changes from now on (R25).
 *
 * @param packSha256 the hash of the pack's bytes
 * @param follows the hash of the pack before; none where this is the first
 */
public record PeriodClosed(
        BooksId booksId,
        AuthorityId authority,
        LocalDate firstDay,
        LocalDate lastDay,
        Sha256 packSha256,
        long packBytes,
        @Nullable Sha256 follows,
        PackTotals totals,
        ActorId closedBy)
        implements PeriodEvent {}
