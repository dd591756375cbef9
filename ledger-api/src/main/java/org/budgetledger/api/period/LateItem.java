package org.budgetledger.api.period;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.statement.LineKind;
import org.jspecify.annotations.Nullable;

/**
 * An entry whose accounting date lies in a period that was closed before it was recorded (R25).
 *
 * @param version the version of its event in the budget's stream
 * @param amount as it counts in the balance
 * @param postedTo the first day of the closed period whose pack has it as a prior-period item; none before it is closed
 */
public record LateItem(
        BudgetId budgetId,
        long version,
        EntryId entryId,
        LineKind kind,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("amountPence") Money amount,
        LocalDate effectiveOn,
        Instant recordedAt,
        @Nullable LocalDate postedTo) {}
