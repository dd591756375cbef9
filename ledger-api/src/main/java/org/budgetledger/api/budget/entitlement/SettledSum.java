package org.budgetledger.api.budget.entitlement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;

/**
 * What is settled, or due, of one stream over days that are in one pay period and one financial year.
 *
 * @param period the name of the pay period
 */
public record SettledSum(
        FundingStream stream,
        LocalDate from,
        LocalDate to,
        String period,
        @JsonProperty("amountPence") Money amount) {
    public FinancialYear financialYear() {
        return FinancialYear.of(from);
    }

    @JsonIgnore
    boolean sameDaysAs(SettledSum other) {
        return stream == other.stream && from.equals(other.from) && to.equals(other.to);
    }

    /** The same days and stream with no sum: what tells them from others, but for the name of their period. */
    public SettledSum ofNothing() {
        return new SettledSum(stream, from, to, "", Money.ZERO);
    }

    /** The same days with more settled of them. */
    public SettledSum plus(Money more) {
        return new SettledSum(stream, from, to, period, amount.plus(more));
    }
}
