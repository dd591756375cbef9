package org.budgetledger.api.budget.plan;

import java.util.List;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** What a plan holds: outcomes, risks and what is done if things go wrong. */
public record SupportPlan(
        List<Outcome> outcomes,
        @Nullable List<FreeText> risks,
        @Nullable List<FreeText> contingencies) {
    /** More than anyone can keep in mind; a longer plan is several. */
    public static final int MAX_OUTCOMES = 50;

    public SupportPlan {
        outcomes = List.copyOf(outcomes);
        risks = risks == null ? List.of() : List.copyOf(risks);
        contingencies = contingencies == null ? List.of() : List.copyOf(contingencies);
        if (outcomes.isEmpty()
                || outcomes.size() > MAX_OUTCOMES
                || risks.size() > MAX_OUTCOMES
                || contingencies.size() > MAX_OUTCOMES) {
            throw new IllegalArgumentException("a plan must have 1 to " + MAX_OUTCOMES
                    + " outcomes, and no more risks or contingencies than that");
        }
        if (outcomes.stream().map(Outcome::outcomeId).distinct().count() != outcomes.size()) {
            throw new IllegalArgumentException("each outcome must have its own outcomeId");
        }
    }
}
