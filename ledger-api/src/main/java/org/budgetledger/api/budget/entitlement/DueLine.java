package org.budgetledger.api.budget.entitlement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of the calendar: an {@link EntitlementLine} as people read it.
 *
 * @param weekly pence a week; none for a one-off sum
 * @param period the name of the pay period that it is in
 * @param net what it adds to what is to be released: a contribution comes off
 * @param paymentId the payment that settled its days; none where none has
 */
public record DueLine(
        EntitlementLine.Kind kind,
        FundingStream stream,
        DeploymentId deployment,
        LocalDate from,
        LocalDate to,
        @JsonProperty("weeklyPence") @Nullable Money weekly,
        String period,
        FinancialYear financialYear,
        @JsonProperty("amountPence") Amount amount,
        @JsonProperty("netPence") Money net,
        @Nullable EntryId paymentId) {}
