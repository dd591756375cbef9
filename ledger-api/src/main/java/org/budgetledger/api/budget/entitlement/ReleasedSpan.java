package org.budgetledger.api.budget.entitlement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;

/**
 * The days that one payment settled of one stream: {@code released + adjustments = due}, for them all and for each part.
 *
 * @param released what was released for them; nothing once the payment failed
 * @param adjustments arrears less overpayments that were identified since
 * @param squared whether that adds up to what is due
 */
public record ReleasedSpan(
        EntryId paymentId,
        DeploymentId deployment,
        FundingStream stream,
        LocalDate from,
        LocalDate to,
        @JsonProperty("releasedPence") Money released,
        @JsonProperty("adjustmentsPence") Money adjustments,
        @JsonProperty("duePence") Money due,
        boolean squared,
        List<Part> parts) {
    /**
     * The days in one pay period and one financial year.
     *
     * @param period the name of the pay period
     */
    public record Part(
            LocalDate from,
            LocalDate to,
            String period,
            FinancialYear financialYear,
            @JsonProperty("releasedPence") Money released,
            @JsonProperty("adjustmentsPence") Money adjustments,
            @JsonProperty("duePence") Money due) {}

    public ReleasedSpan {
        parts = List.copyOf(parts);
    }
}
