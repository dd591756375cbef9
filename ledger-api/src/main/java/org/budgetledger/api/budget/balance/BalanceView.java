package org.budgetledger.api.budget.balance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Money;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.View;

/**
 * What is left of a budget. The accounts add up to the deployments, to the streams and to the totals.
 *
 * @param debts what the holder owes
 * @param arrears what is owed to the holder
 * @param free balance less what is earmarked, authorised and in suspense
 */
public record BalanceView(
        BudgetId budgetId,
        @JsonProperty("balancePence") Money balance,
        @JsonProperty("freePence") Money free,
        @JsonProperty("earmarkedPence") Money earmarked,
        @JsonProperty("authorisedPence") Money authorised,
        @JsonProperty("suspensePence") Money suspense,
        @JsonProperty("debtsPence") Money debts,
        @JsonProperty("arrearsPence") Money arrears,
        List<AccountView> accounts,
        List<DeploymentSum> deployments,
        List<StreamSum> streams,
        List<EarmarkView> earmarks,
        List<AuthorisationView> authorisations,
        List<DebtView> debtItems,
        List<ArrearsView> arrearsItems,
        LocalDate today,
        AsAt asAt)
        implements View {
    public BalanceView {
        accounts = List.copyOf(accounts);
        deployments = List.copyOf(deployments);
        streams = List.copyOf(streams);
        earmarks = List.copyOf(earmarks);
        authorisations = List.copyOf(authorisations);
        debtItems = List.copyOf(debtItems);
        arrearsItems = List.copyOf(arrearsItems);
    }
}
