package org.budgetledger.api.budget.ending;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;

/**
 * By how much a payment had paid beyond the last day: an adjustment line that the ending brought.
 *
 * @param period the name of the pay period
 * @param was what was settled of the days before the ending was recorded
 * @param now what is due of them
 * @param amount what was paid beyond; less than nothing where a date was put right and something is due again
 */
public record PaidBeyond(
        EntryId paymentId,
        DeploymentId deployment,
        FundingStream stream,
        LocalDate from,
        LocalDate to,
        String period,
        FinancialYear financialYear,
        @JsonProperty("wasPence") Money was,
        @JsonProperty("nowPence") Money now,
        @JsonProperty("amountPence") Money amount) {}
