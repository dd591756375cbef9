package org.budgetledger.api.budget.entitlement;

import java.time.LocalDate;
import java.util.List;

/**
 * The proof that no day is missed and none is counted twice (R16).
 *
 * @param whole each day has one rate at most, no day is settled twice, none is unsettled up to {@code upTo}, and what was
 *     released with every adjustment is what is due
 * @param upTo the last day that should be settled by now
 * @param ratedTwice days with two weekly rates on one stream
 * @param unsettled days that something is due for to a deployment that holds money, and that no payment has settled
 * @param settledTwice days that two payments settled
 */
public record Coverage(
        boolean whole,
        LocalDate upTo,
        List<AccountDays> ratedTwice,
        List<AccountDays> unsettled,
        List<AccountDays> settledTwice) {
    public Coverage {
        ratedTwice = List.copyOf(ratedTwice);
        unsettled = List.copyOf(unsettled);
        settledTwice = List.copyOf(settledTwice);
    }
}
