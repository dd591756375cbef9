package org.budgetledger.api.budget.overview;

import java.util.List;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.View;
import org.jspecify.annotations.Nullable;

/** A page of budgets. */
public record BudgetPage(
        List<BudgetSummary> budgets, @Nullable Cursor next) implements View {
    public BudgetPage {
        budgets = List.copyOf(budgets);
    }
}
