package org.budgetledger.api.budget.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;

/** What a payment holds of one stream, net of the person's contribution. */
public record PaymentLine(
        FundingStream stream, @JsonProperty("amountPence") Amount amount) {
    /** The total of a payment's lines; each stream once. */
    public static Money total(List<PaymentLine> lines) {
        return lines.stream().map(line -> line.amount().money()).reduce(Money.ZERO, Money::plus);
    }
}
