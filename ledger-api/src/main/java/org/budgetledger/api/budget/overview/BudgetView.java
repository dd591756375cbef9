package org.budgetledger.api.budget.overview;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.withdrawal.WithdrawalStage;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.View;
import org.jspecify.annotations.Nullable;

/**
 * The outline of a budget.
 *
 * @param controlChosen what the person chose, in the order they want it
 * @param deployments those in force today
 * @param lastDay the last day of the budget, once notice is given
 */
public record BudgetView(
        BudgetId budgetId,
        AuthorityId authority,
        PersonRef personRef,
        LocalDate openedOn,
        @Nullable LocalDate notifiedOn,
        @Nullable LocalDate planAgreedOn,
        List<DegreeOfControl> controlChosen,
        List<DeploymentView> deployments,
        WithdrawalStage withdrawalStage,
        @Nullable LocalDate lastDay,
        boolean suspended,
        @JsonProperty("balancePence") Money balance,
        @JsonProperty("freePence") Money free,
        @JsonProperty("earmarkedPence") Money earmarked,
        @JsonProperty("authorisedPence") Money authorised,
        @JsonProperty("suspensePence") Money suspense,
        @JsonProperty("debtsPence") Money debts,
        LocalDate today,
        AsAt asAt)
        implements View {
    public BudgetView {
        controlChosen = List.copyOf(controlChosen);
        deployments = List.copyOf(deployments);
    }
}
