package org.budgetledger.api.period;

import java.time.LocalDate;
import org.budgetledger.api.BooksId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.OfAuthority;

/**
 * Closes a pay period with a pack of all its figures (R25). Refused {@code PERIOD_NOT_FOUND}, {@code PERIOD_NOT_OVER},
 * {@code ALREADY_DONE}, {@code PERIOD_OUT_OF_ORDER}; {@code PACK_NOT_MADE} where no pack that follows the one before has been
 * made for it.
 */
public record ClosePeriod(CommandId commandId, @OfAuthority BooksId booksId, LocalDate firstDay)
        implements PeriodCommand {}
