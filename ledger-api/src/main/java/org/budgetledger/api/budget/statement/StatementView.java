package org.budgetledger.api.budget.statement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Money;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.View;
import org.jspecify.annotations.Nullable;

/**
 * A page of a budget's entries. The lines of all pages add up to {@code linesTotal}, and with what has come due on notional
 * accounts to the balance.
 */
public record StatementView(
        BudgetId budgetId,
        List<StatementLine> lines,
        @Nullable Cursor next,
        @JsonProperty("linesTotalPence") Money linesTotal,
        @JsonProperty("entitledToDatePence") Money entitledToDate,
        @JsonProperty("balancePence") Money balance,
        LocalDate today,
        AsAt asAt)
        implements View {
    public StatementView {
        lines = List.copyOf(lines);
    }
}
