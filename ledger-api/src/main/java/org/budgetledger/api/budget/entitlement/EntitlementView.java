package org.budgetledger.api.budget.entitlement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Money;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.View;

/**
 * The entitlement book over whole pay periods: its lines, their sums, what was released for them and whether every day is
 * settled once. Days that a payment settled are cut as it cut them, whole, even where they reach beyond the span; all others
 * by pay period. Everything that was known counts, whatever day it is dated: the days are those of the entitlement.
 *
 * @param from the first day of the first pay period that is shown
 * @param to the last day of the last
 * @param today the day that coverage is counted to
 */
public record EntitlementView(
        BudgetId budgetId,
        LocalDate from,
        LocalDate to,
        @JsonProperty("grossPence") Money gross,
        @JsonProperty("contributionsPence") Money contributions,
        @JsonProperty("netPence") Money net,
        List<DueLine> lines,
        List<DueSum> periods,
        List<DueSum> financialYears,
        List<DueSum> deployments,
        List<DueSum> streams,
        List<ReleasedSpan> released,
        Coverage coverage,
        LocalDate today,
        AsAt asAt)
        implements View {
    public EntitlementView {
        lines = List.copyOf(lines);
        periods = List.copyOf(periods);
        financialYears = List.copyOf(financialYears);
        deployments = List.copyOf(deployments);
        streams = List.copyOf(streams);
        released = List.copyOf(released);
    }
}
