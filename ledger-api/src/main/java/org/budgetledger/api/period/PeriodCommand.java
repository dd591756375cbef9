package org.budgetledger.api.period;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.budgetledger.api.BooksId;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.StreamId;

/** A command to the books of an authority. */
public sealed interface PeriodCommand extends LedgerCommand permits ClosePeriod, SignPeriod {
    BooksId booksId();

    /** The first day of the pay period that it is about. */
    LocalDate firstDay();

    @JsonIgnore
    @Override
    default StreamId streamId() {
        return booksId();
    }
}
