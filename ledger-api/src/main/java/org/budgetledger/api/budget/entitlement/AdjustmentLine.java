package org.budgetledger.api.budget.entitlement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.budgetledger.api.Amount;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;

/**
 * By how much days that were settled came out differently: in one pay period and one financial year.
 *
 * @param paymentId the payment that had settled them
 * @param was what was settled of them before, earlier adjustments included
 * @param now what is due of them as it is known now
 * @param amount the difference
 */
public record AdjustmentLine(
        EntryId paymentId,
        FundingStream stream,
        LocalDate from,
        LocalDate to,
        String period,
        FinancialYear financialYear,
        @JsonProperty("wasPence") Money was,
        @JsonProperty("nowPence") Money now,
        @JsonProperty("amountPence") Amount amount) {
    SettledSum sum(UnaryOperator<Money> sign) {
        return new SettledSum(stream, from, to, period, sign.apply(amount.money()));
    }
}
