package org.budgetledger.api.budget.overview;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.withdrawal.WithdrawalStage;
import org.budgetledger.api.reading.AsAt;
import org.jspecify.annotations.Nullable;

/** One budget in a list. */
public record BudgetSummary(
        BudgetId budgetId,
        PersonRef personRef,
        LocalDate openedOn,
        @Nullable LocalDate notifiedOn,
        @Nullable LocalDate planAgreedOn,
        WithdrawalStage withdrawalStage,
        @Nullable LocalDate lastDay,
        boolean suspended,
        @JsonProperty("balancePence") Money balance,
        @JsonProperty("freePence") Money free,
        AsAt asAt) {}
