package org.budgetledger.api.budget.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.balance.ArrearsView;
import org.budgetledger.api.budget.balance.DebtView;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.recovery.NoticeView;
import org.budgetledger.api.budget.withdrawal.WithdrawalStage;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.View;
import org.jspecify.annotations.Nullable;

/**
 * What the care manager reads.
 *
 * @param okay the answer at the latest review; none before there was one
 * @param sumSufficient no account is below zero
 * @param notices those that still ask for money, and not before when
 * @param arrears what is owed to the holder
 * @param reviewDueOn the last day to hold the next review; none before the first payment (R27)
 * @param controlWanted what the person chose
 * @param controlHeld what they have today
 * @param trustIssues a sentence each
 * @param poolIssues a sentence each
 */
public record CareManagerReview(
        BudgetId budgetId,
        PersonRef personRef,
        @Nullable OkayStanding okay,
        List<DomainStanding> domains,
        boolean sumSufficient,
        List<OverdrawnAccount> overdrawn,
        @JsonProperty("balancePence") Money balance,
        @JsonProperty("freePence") Money free,
        @JsonProperty("debtsPence") Money debts,
        List<DebtView> debtItems,
        List<NoticeView> notices,
        @JsonProperty("arrearsPence") Money arrears,
        List<ArrearsView> arrearsItems,
        List<OpenQuery> openQueries,
        @Nullable LocalDate reviewDueOn,
        boolean reviewOverdue,
        List<OpenChallenge> challenges,
        List<DegreeOfControl> controlWanted,
        @Nullable FreeText controlWantedInTheirWords,
        List<DegreeOfControl> controlHeld,
        List<String> trustIssues,
        List<String> poolIssues,
        WithdrawalStage withdrawalStage,
        @Nullable LocalDate lastDay,
        boolean suspended,
        LocalDate today,
        AsAt asAt)
        implements View {
    public CareManagerReview {
        domains = List.copyOf(domains);
        overdrawn = List.copyOf(overdrawn);
        debtItems = List.copyOf(debtItems);
        notices = List.copyOf(notices);
        arrearsItems = List.copyOf(arrearsItems);
        openQueries = List.copyOf(openQueries);
        challenges = List.copyOf(challenges);
        controlWanted = List.copyOf(controlWanted);
        controlHeld = List.copyOf(controlHeld);
        trustIssues = List.copyOf(trustIssues);
        poolIssues = List.copyOf(poolIssues);
    }
}
