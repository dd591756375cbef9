package org.budgetledger.api.budget.payment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a remittance: what a payment is made of.
 *
 * @param from the first day it is for; none where it settles an item that is owed
 * @param to the last day it is for
 * @param weekly pence a week, where it comes from a weekly rate
 * @param itemId the arrears or the overpayment that it settles
 */
public record PaymentItem(
        Kind kind,
        FundingStream stream,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable FinancialYear financialYear,
        @JsonProperty("weeklyPence") @Nullable Money weekly,
        @Nullable ItemId itemId,
        @JsonProperty("amountPence") Amount amount) {
    /** What it is, and whether it adds to the payment or comes off it. */
    public enum Kind {
        /** A weekly rate. */
        RATE(true),
        /** A one-off sum. */
        ONE_OFF(true),
        /** What the person pays. */
        CONTRIBUTION(false),
        /** The releaser gave a larger sum than was due. */
        MORE_THAN_DUE(true),
        /** The releaser gave a smaller sum than was due. */
        LESS_THAN_DUE(false),
        /** Arrears that are paid with it. */
        ARREARS(true),
        /** An overpayment that is taken off. */
        OVERPAYMENT(false);

        private final boolean adds;

        Kind(boolean adds) {
            this.adds = adds;
        }
    }

    /** What it adds to the payment. */
    @JsonIgnore
    public Money net() {
        return kind.adds ? amount.money() : amount.money().negated();
    }
}
