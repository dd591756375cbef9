package org.budgetledger.api.budget.review;

import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.View;

/**
 * What the trustees read.
 *
 * @param trusts the budget's trusts; none when it has none
 * @param decisions what the authority decided and why, the latest first
 */
public record TrustReview(
        BudgetId budgetId,
        List<TrustStanding> trusts,
        List<OutcomeStanding> outcomes,
        List<Change> decisions,
        List<Learning> learning,
        LocalDate today,
        AsAt asAt)
        implements View {
    public TrustReview {
        trusts = List.copyOf(trusts);
        outcomes = List.copyOf(outcomes);
        decisions = List.copyOf(decisions);
        learning = List.copyOf(learning);
    }
}
