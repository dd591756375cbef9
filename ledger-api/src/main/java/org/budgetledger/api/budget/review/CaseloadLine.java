package org.budgetledger.api.budget.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.withdrawal.WithdrawalStage;
import org.budgetledger.api.reading.AsAt;
import org.jspecify.annotations.Nullable;

/** One budget in a care manager's caseload. */
public record CaseloadLine(
        BudgetId budgetId,
        PersonRef personRef,
        @Nullable LocalDate reviewDueOn,
        boolean reviewOverdue,
        int overdrawnAccounts,
        int openQueries,
        int openChallenges,
        WithdrawalStage withdrawalStage,
        @JsonProperty("balancePence") Money balance,
        AsAt asAt) {}
