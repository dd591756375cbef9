package org.budgetledger.api.budget.balance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Money;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.View;

/** What is owed on a budget. The items add up to the total. */
public record DebtsView(
        BudgetId budgetId,
        @JsonProperty("debtsPence") Money debts,
        List<DebtView> debtItems,
        LocalDate today,
        AsAt asAt)
        implements View {
    public DebtsView {
        debtItems = List.copyOf(debtItems);
    }
}
