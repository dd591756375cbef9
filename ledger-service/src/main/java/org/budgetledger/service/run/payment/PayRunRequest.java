package org.budgetledger.service.run.payment;

import java.time.LocalDate;
import org.budgetledger.api.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a pay run: every budget of the authority whose pay period begins on a day.
 *
 * @param payRunId made from the request's key when left out
 * @param periodFrom the first day of the pay period
 * @param withArrears whether what is owed to the holder is paid with it; so when left out
 * @param netOverpayments whether what the holder was overpaid is taken off; not when left out
 */
public record PayRunRequest(
        @Nullable ItemId payRunId,
        LocalDate periodFrom,
        @Nullable Boolean withArrears,
        @Nullable Boolean netOverpayments) {
    PayRunTerms terms(LocalDate payDay) {
        return new PayRunTerms(
                periodFrom, !Boolean.FALSE.equals(withArrears), Boolean.TRUE.equals(netOverpayments), payDay);
    }
}
