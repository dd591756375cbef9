package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.budget.AccountKey;

/** The days that a payment was for on one stream, and what is settled of them: released, and identified since (R16). */
final class ModelSpan {
    final EntryId payment;
    final AccountKey account;
    final LocalDate from;
    final LocalDate to;
    boolean paid = true;
    private final Map<LocalDate, Long> released = new HashMap<>();
    private final Map<LocalDate, Long> identified = new HashMap<>();

    ModelSpan(EntryId payment, AccountKey account, LocalDate from, LocalDate to, List<NaiveDue.Piece> released) {
        this.payment = payment;
        this.account = account;
        this.from = from;
        this.to = to;
        released.forEach(piece -> this.released.put(piece.from(), piece.pence()));
    }

    boolean touches(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && !to.isBefore(first);
    }

    long settled(LocalDate piece) {
        return (paid ? released.getOrDefault(piece, 0L) : 0) + identified.getOrDefault(piece, 0L);
    }

    void identify(LocalDate piece, long difference) {
        identified.merge(piece, difference, Long::sum);
    }

    /** Whether nothing at all is settled of its days any more, so that they may be paid anew. */
    boolean empty() {
        return !paid && identified.values().stream().allMatch(pence -> pence == 0);
    }
}
