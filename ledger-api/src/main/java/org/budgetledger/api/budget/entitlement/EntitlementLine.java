package org.budgetledger.api.budget.entitlement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.PayPeriod;
import org.jspecify.annotations.Nullable;

/**
 * One deployment's part of one line: one rate over one contiguous span inside one pay period, rounded once and then divided
 * (domain §4); a line that crosses 31 March is two of these, one in each financial year.
 *
 * @param weekly pence a week; none for a one-off sum
 */
public record EntitlementLine(
        Kind kind,
        FundingStream stream,
        DeploymentId deployment,
        LocalDate from,
        LocalDate to,
        @JsonProperty("weeklyPence") @Nullable Money weekly,
        PayPeriod period,
        FinancialYear financialYear,
        @JsonProperty("amountPence") Amount amount) {
    /** What a line is made of. */
    public enum Kind {
        /** A weekly rate. */
        RATE,
        /** A sum that falls due once. */
        ONE_OFF,
        /** What the person pays: it comes off. */
        CONTRIBUTION
    }

    /** What it adds to what is to be released. */
    public Money net() {
        return kind == Kind.CONTRIBUTION ? amount.money().negated() : amount.money();
    }
}
