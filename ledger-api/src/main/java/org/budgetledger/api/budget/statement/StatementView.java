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
 * A page of a budget's statement of account. The lines of all pages add up to {@code linesTotal}, and with the opening balance
 * to the balance.
 *
 * @param from the first day; none for the beginning
 * @param opening the balance before the first day
 * @param entitledToDate what came due to the last day on accounts that hold no money; in the lines, or in the opening balance
 * @param balance the closing balance
 * @param today the last day that what is due is counted to
 */
public record StatementView(
        BudgetId budgetId,
        @Nullable LocalDate from,
        @JsonProperty("openingPence") Money opening,
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
