package org.budgetledger.api.budget.explanation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.View;
import org.jspecify.annotations.Nullable;

/**
 * A page of what makes up a figure. The items of all pages add up to {@code total}.
 *
 * @param deployment only what is in this deployment; none for all of them
 * @param stream only what is on this stream; none for all of them
 * @param count the items of all pages
 */
public record ExplanationView(
        BudgetId budgetId,
        Figure figure,
        @Nullable DeploymentId deployment,
        @Nullable FundingStream stream,
        @JsonProperty("totalPence") Money total,
        int count,
        List<ExplainedItem> items,
        @Nullable Cursor next,
        LocalDate today,
        AsAt asAt)
        implements View {
    public ExplanationView {
        items = List.copyOf(items);
    }
}
