package org.budgetledger.api.period;

import java.time.LocalDate;
import org.budgetledger.api.BooksId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.OfAuthority;
import org.budgetledger.api.Sha256;

/**
 * Signs a closed period (R29). Refused {@code PERIOD_NOT_CLOSED}, {@code ALREADY_DONE}, {@code SEGREGATION_OF_DUTIES} to who
 * closed it, {@code OTHER_PACK} when its pack is not the one that the signer saw.
 *
 * @param packSha256 the pack that the signer saw: nobody signs what they have not read
 */
public record SignPeriod(CommandId commandId, @OfAuthority BooksId booksId, LocalDate firstDay, Sha256 packSha256)
        implements PeriodCommand {}
